using System.Text.Json;

namespace Newswire.CommandLine.Tests.Commands;

/// <summary>Moving in, from the file to the feed.</summary>
public sealed class ImportCommandTests : IAsyncDisposable
{
    private const string Good = """{"id":"a","headline":"Ferries run again","url":"https://news.example/a","published":"2026-03-01T09:00:00Z","version":1}""";
    private const string Bad = """{"id":"b","headline":"No date","url":"https://news.example/b"}""";

    private readonly InMemoryNewswire newswire = new();
    private readonly ScratchFolder files = new();

    [Fact]
    public async Task What_is_taken_is_in_the_feeds_and_what_is_not_is_named_with_its_place()
    {
        var source = files.Write("articles.ndjson", Good + "\n" + Bad + "\n");

        var (code, output, errors) = await newswire.RunAsync("import", source);
        await newswire.ProjectAsync();

        Assert.Equal(ExitCode.Findings, code);
        Assert.Contains("articles.ndjson, line 2: /published: ", errors, StringComparison.Ordinal);
        Assert.Contains(files["articles.ndjson.import"], output, StringComparison.Ordinal);
        Assert.Contains("Ferries run again", newswire.Documents["feeds/latest.rss"], StringComparison.Ordinal);
        Assert.Equal(
            ["taken a", "refused b"],
            (await File.ReadAllLinesAsync(files["articles.ndjson.import/import-report.ndjson"], TestContext.Current.CancellationToken))
                .Select(line => JsonElement.Parse(line))
                .Select(line => $"{line.GetProperty("outcome")} {line.GetProperty("id")}"));
    }

    [Fact]
    public async Task A_second_run_sends_nothing_and_one_begun_anew_everything()
    {
        var source = files.Write("articles.ndjson", Good);
        await newswire.RunAsync("import", source);

        var (code, output, errors) = await newswire.RunAsync("import", source, "--json");
        Assert.Equal((0, 1), (code, newswire.Appended));
        Assert.Contains("Goes on behind the first 1 items", errors, StringComparison.Ordinal);
        Assert.Equal(1, JsonElement.Parse(output).GetProperty("taken").GetInt32());

        await newswire.RunAsync("import", source, "--anew");
        Assert.Equal(2, newswire.Appended);
    }

    [Fact]
    public async Task A_feed_in_a_file_is_seen_to_be_one()
    {
        var source = files.Write("old.rss", """
            <rss version="2.0"><channel><title>Old</title><link>https://news.example/</link><description>Old</description>
            <item><title>Sheep takes the 7.52</title><link>https://news.example/sheep</link><guid>https://news.example/?p=1</guid><pubDate>Sun, 01 Mar 2026 08:00:00 GMT</pubDate><description>To Port Sable.</description></item>
            </channel></rss>
            """);

        Assert.Equal(0, (await newswire.RunAsync("import", source)).Code);
        await newswire.ProjectAsync();

        Assert.Contains("Sheep takes the 7.52", newswire.Documents["feeds/latest.rss"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_source_that_is_not_there_or_nothing_known_is_said_in_a_sentence()
    {
        Assert.Equal($"There is no file at '{files["nowhere"]}'.", (await newswire.RunAsync("import", files["nowhere"])).Errors.Trim());

        var (code, _, errors) = await newswire.RunAsync("import", files.Write("a.txt", "Dear diary"));
        Assert.Equal(ExitCode.Failed, code);
        Assert.EndsWith(".", errors.Trim(), StringComparison.Ordinal);
    }

    public async ValueTask DisposeAsync()
    {
        await newswire.DisposeAsync();
        files.Dispose();
    }
}
