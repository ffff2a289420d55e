using Newswire.Articles.Submissions;
using Newswire.Importing;

namespace Newswire.Tests.Importing;

public sealed class ImportCorpusTests
{
    public static TheoryData<string> Files { get; } = new(
        "wordpress/courier.xml", "feeds/rss.xml", "feeds/atom.xml", "ghost/courier.json", "pages/site", "ndjson/lines.ndjson");

    [Theory]
    [MemberData(nameof(Files))]
    public async Task What_comes_of_a_file_is_what_was_looked_at(string file)
    {
        var received = ItemText.Of(await ImportCorpus.ReadAsync(ImportCorpus.PathOf(file)));

        var expected = ImportCorpus.PathOf(file + ".expected.txt");
        var beside = ImportCorpus.PathOf(file + ".received.txt");
        await File.WriteAllTextAsync(beside, received);
        Assert.True(File.Exists(expected), $"There is nothing to compare with; {beside} is what came.");
        Assert.Equal(await File.ReadAllTextAsync(expected), received);
        File.Delete(beside);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Reading_twice_gives_the_same(string file)
    {
        var once = ItemText.Of(await ImportCorpus.ReadAsync(ImportCorpus.PathOf(file)));

        Assert.Equal(once, ItemText.Of(await ImportCorpus.ReadAsync(ImportCorpus.PathOf(file))));
    }

    [Theory]
    [InlineData("wordpress/courier.xml")]
    [InlineData("feeds/rss.xml")]
    [InlineData("feeds/atom.xml")]
    [InlineData("ghost/courier.json")]
    [InlineData("pages/site")]
    public async Task Every_article_is_one_that_would_be_accepted(string file)
    {
        var received = new DateTimeOffset(2026, 11, 25, 12, 0, 0, TimeSpan.Zero);
        foreach (var article in (await ImportCorpus.ReadAsync(ImportCorpus.PathOf(file))).OfType<ImportedItem.Article>())
        {
            var outcome = SubmissionReader.ReadArticle(article.Id, article.Json, received);

            Assert.Empty(outcome is SubmissionOutcome.Refused refused ? refused.Faults : []);
            Assert.Empty(Assert.IsType<SubmissionOutcome.Accepted>(outcome).Ignored);
        }
    }
}
