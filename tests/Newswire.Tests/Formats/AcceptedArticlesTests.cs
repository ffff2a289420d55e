using System.Net;
using CodeHollow.FeedReader;
using CsCheck;
using Newswire.Feeds;
using Newswire.Formats;
using Newswire.TestKit;

namespace Newswire.Tests.Formats;

/// <summary>Whatever ingest accepts, parsers that are not ours find the same in all three formats.</summary>
public sealed class AcceptedArticlesTests
{
    private static readonly Gen<EntryContent> Contents = Gen.Enum<EntryContent>();

    [Theory]
    [InlineData("rss")]
    [InlineData("atom")]
    public void The_library_finds_in_a_document_what_the_article_says(string extension) =>
        Gen.Select(AcceptedArticle.Any, Contents).Sample((entry, content) =>
            Assert.Equal(EntryFacts.Of(entry, content), LibraryReader.Read(Document(extension, entry, content))));

    [Fact]
    public void A_parser_of_Json_finds_in_a_document_what_the_article_says() =>
        Gen.Select(AcceptedArticle.Any, Contents).Sample((entry, content) =>
            Assert.Equal(EntryFacts.Of(entry, content), JsonItemReader.Read(Document("json", entry, content))));

    [Theory]
    [InlineData("rss")]
    [InlineData("atom")]
    [InlineData("json")]
    public void A_feed_reader_finds_in_a_document_what_the_article_says(string extension) =>
        AcceptedArticle.Any.Sample(entry =>
        {
            var facts = EntryFacts.Of(entry, EntryContent.Full);
            var item = FeedReader.ReadFromByteArray(Document(extension, entry, EntryContent.Full)).Items.Single();

            Assert.Equal(facts.Id, item.Id);
            Assert.Equal(Simplified(facts.Title), Simplified(item.Title));
            Assert.Equal(facts.Link, item.Link);
            Assert.Equal(facts.Published.UtcDateTime, item.PublishingDate!.Value.ToUniversalTime());
            Assert.Equal(
                Simplified(facts.Topics), Simplified(EntryFacts.Lines(item.Categories.Take(entry.Article.Topics.Count))));
            if (entry.Article.Body.Length > 0)
            {
                Assert.Equal(Simplified(facts.Text), Simplified(item.Content));
            }
        });

    // This reader decodes the references of HTML in content, and drops control characters and byte order marks: what is left
    // of both can be compared.
    private static string Simplified(string text)
    {
        for (var decoded = WebUtility.HtmlDecode(text); decoded != text; decoded = WebUtility.HtmlDecode(text))
        {
            text = decoded;
        }

        return string.Concat(text.Where(c => c == '\n' || !(char.IsControl(c) || c == '\uFEFF')));
    }

    private static byte[] Document(string extension, Entry entry, EntryContent content) => FormatCase.Write(
        FormatCase.Formats.Single(format => format.Extension == extension), Some.FeedHead(), content, entry);
}
