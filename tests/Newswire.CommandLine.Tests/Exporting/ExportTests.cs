using System.Text.Json;
using Newswire.Articles.Submissions;
using Newswire.Catalog;
using Newswire.TestKit;

namespace Newswire.CommandLine.Tests.Exporting;

/// <summary>A newsroom that moves to another house with everything it has.</summary>
public sealed class ExportTests : IAsyncDisposable
{
    private readonly InMemoryNewswire here = new();
    private readonly InMemoryNewswire there = new();
    private readonly ScratchFolder files = new();

    private static readonly DateTimeOffset Now = new(2026, 11, 20, 9, 0, 0, TimeSpan.Zero);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_imported_from_an_export_makes_the_same_documents_byte_for_byte()
    {
        await PlayAsync();
        await MoveAsync();

        Assert.NotEmpty(here.Documents);
        Assert.Equal(here.Documents, there.Documents);
        Assert.Contains("deleted-entry", here.Documents["feeds/latest.atom"], StringComparison.Ordinal);
        Assert.Contains("A &amp;amp;", here.Documents["feeds/latest.atom"].Replace("&#x26;", "&amp;", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_still_to_be_shown_is_shown_there_at_the_same_moment()
    {
        await PlayAsync();
        await MoveAsync();
        Assert.DoesNotContain("Under embargo", there.Documents["feeds/latest.atom"], StringComparison.Ordinal);

        foreach (var newswire in new[] { here, there })
        {
            newswire.Time.Advance(TimeSpan.FromHours(30));
            await newswire.ProjectAsync();
        }

        Assert.Contains("Under embargo", there.Documents["feeds/latest.atom"], StringComparison.Ordinal);
        Assert.Equal(here.Documents, there.Documents);
    }

    [Fact]
    public async Task Importing_an_export_twice_changes_no_document()
    {
        await PlayAsync();
        await MoveAsync();
        var before = there.Documents;

        var (code, _, _) = await there.RunAsync("import", files["catalog.ndjson"], "--anew");
        await there.ProjectAsync();

        Assert.Equal(0, code);
        Assert.Equal(before, there.Documents);
    }

    [Fact]
    public async Task Contracts_of_partners_stay_at_home()
    {
        await PlayAsync();
        await here.RunAsync("export", files["catalog.ndjson"]);

        var exported = await File.ReadAllTextAsync(files["catalog.ndjson"], Token);
        Assert.DoesNotContain("\"contract\"", exported, StringComparison.Ordinal);
        Assert.Equal(here.Appended - 1, exported.Count(character => character == '\n'));
    }

    [Fact]
    public async Task A_line_that_another_hand_has_changed_is_cleaned_and_one_that_is_no_change_is_named()
    {
        await here.Get<Intake>().AcceptAsync([Some.Publish(article: Some.Article(body: "<p>Words</p>"))], Token);
        await here.RunAsync("export", files["catalog.ndjson"]);
        var line = await File.ReadAllTextAsync(files["catalog.ndjson"], Token);
        files.Write("catalog.ndjson", line.Replace("<p>Words</p>", "<p onclick='x()'>Words</p><script>x()</script>", StringComparison.Ordinal) + "{\"change\":\"publish\"}\n");

        var (code, _, errors) = await there.RunAsync("import", files["catalog.ndjson"]);
        await there.ProjectAsync();

        Assert.Equal(ExitCode.Findings, code);
        Assert.Contains("catalog.ndjson:2", errors, StringComparison.Ordinal);
        Assert.Contains("Words", there.Documents["feeds/latest.json"], StringComparison.Ordinal);
        Assert.DoesNotContain("x()", there.Documents["feeds/latest.json"], StringComparison.Ordinal);
    }

    public async ValueTask DisposeAsync()
    {
        await here.DisposeAsync();
        await there.DisposeAsync();
        files.Dispose();
    }

    private static Change.Publish Read(string id, DateTimeOffset received, object article) => Assert.IsType<Change.Publish>(
        Assert.IsType<SubmissionOutcome.Accepted>(
            SubmissionReader.ReadArticle(id, JsonSerializer.SerializeToUtf8Bytes(article), received)).Change);

    /// <summary>Some days of a newsroom: articles of every kind, edits, withdrawals, an embargo, an erasure, feeds, a partner.</summary>
    private async Task PlayAsync()
    {
        here.Time.SetUtcNow(Now);
        var intake = here.Get<Intake>();
        foreach (var file in Directory.EnumerateFiles(Samples, "*.json").Order(StringComparer.Ordinal))
        {
            var outcome = SubmissionReader.ReadBatchLine(await File.ReadAllBytesAsync(file, Token), intake.Stamp());
            if (outcome is SubmissionOutcome.Accepted accepted)
            {
                await intake.AcceptAsync([accepted.Change], Token);
            }
        }

        await intake.AcceptAsync(
            [
                Read("plain", intake.Stamp(), new { url = "https://news.example/plain", published = Now.AddDays(-2), headline = "A &amp;amp; B &lt;b&gt;", topics = new[] { "R&amp;D &lt;i&gt;" } }),
                Read("edited", intake.Stamp(), new { url = "https://news.example/edited", published = Now.AddDays(-1), headline = "First", version = 1 }),
                Read("withdrawn", intake.Stamp(), new { url = "https://news.example/w", published = Now.AddHours(-1), headline = "Gone", version = 1 }),
                Read("erased", intake.Stamp(), new { url = "https://news.example/e", published = Now.AddHours(-2), headline = "Never happened", version = 1 }),
                Read("later", intake.Stamp(), new { url = "https://news.example/l", published = Now.AddDays(-1), embargo = Now.AddHours(24), headline = "Under embargo", version = 1 }),
            ],
            Token);
        await here.ProjectAsync();
        here.Time.Advance(TimeSpan.FromHours(3));
        await intake.AcceptAsync(
            [
                Read("edited", intake.Stamp(), new { url = "https://news.example/edited", published = Now, headline = "Second, without a date", version = 2 }),
                new Change.Withdraw { ArticleId = "withdrawn", Received = intake.Stamp() },
                new Change.EraseArticle { ArticleId = "erased", Received = intake.Stamp(), Feeds = ["latest"] },
            ],
            Token);
        await here.RunAsync("feeds", "apply", files.Write("feeds.json", """{"feeds": [{"name": "home", "topics": {"any": ["R&D <i>"]}}, {"name": "new", "formerNames": ["old"]}]}"""));
        await here.RunAsync("partners", "apply", files.Write("partners.json", """{"partners": [{"name": "planet", "title": "Planet", "feeds": ["latest"]}]}"""));
        await here.ProjectAsync();
    }

    private async Task MoveAsync()
    {
        var (exported, _, _) = await here.RunAsync("export", files["catalog.ndjson"]);
        there.Time.SetUtcNow(here.Time.GetUtcNow());
        var (imported, output, errors) = await there.RunAsync("import", files["catalog.ndjson"]);
        await there.ProjectAsync();

        Assert.Equal((0, 0), (exported, imported));
        Assert.Empty(errors);
        Assert.Contains("taken", output, StringComparison.Ordinal);
    }

    private static string Samples
    {
        get
        {
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            while (!File.Exists(Path.Combine(folder.FullName, "Functions.sln")))
            {
                folder = folder.Parent!;
            }

            return Path.Combine(folder.FullName, "src", "Newswire.Server", "Samples");
        }
    }
}
