using System.Text.Json.Nodes;
using CsCheck;
using Newswire.Articles;
using Newswire.Articles.Html;
using Newswire.Catalog;
using Newswire.Feeds;
using Newswire.Formats;
using Newswire.Formats.Ninjs;
using Newswire.TestKit;

namespace Newswire.Tests.Formats.Ninjs;

public sealed class NinjsProperties
{
    private const string Secret = "classified";

    private static readonly Publication Publication = Some.Publication() with { Rights = null, LicenceUrl = "https://news.example/licence" };

    private static readonly Gen<NinjsVersion> Versions =
        Gen.Select(Gen.Long, Gen.Bool, Gen.Bool, Gen.Enum<Priority>()).Select((number, isWithheld, isToExpire, priority) => new NinjsVersion
        {
            Id = "tag:news.example,2026:harbour-bridge",
            Version = number,
            FirstCreated = Some.Morning,
            VersionCreated = Some.Morning.AddHours(2),
            EmbargoedUntil = isWithheld ? Some.Morning.AddHours(3) : null,
            Expires = isToExpire ? Some.Morning.AddDays(1) : null,
            Priority = priority,
        });

    // Four pictures in the body and perhaps above it, in markup of any kind; two of them nobody else may have. What is said of
    // them is listed beside the body: a figcaption that hostile markup tears out of its figure is a paragraph of the text.
    private static readonly Gen<Article> WithSecrets =
        Gen.Select(
            Gen.OneOf(Gen.Int[1, 4].Select(Figure), Gen.Int[1, 4].Select(number => $"<a href='{Picture(number).Url}'>words"), Articles.Html.BodyHtmlProperties.Soup)
                .Array[0, 12].Select(string.Concat),
            Gen.Int[0, 4]).Select((html, featured) =>
            {
                var body = BodyHtml.Clean(html, new Uri("https://news.example/"), [Picture(1), Picture(2), Picture(3), Picture(4)]);
                return Some.Article(body: body.Html, featured: featured == 0 ? null : Picture(featured), pictures: body.Pictures);
            });

    [Fact]
    public void Whatever_ingest_accepts_is_an_item_valid_by_the_schema_that_says_the_same() =>
        Gen.Select(AcceptedArticle.Any, Versions).Sample((entry, version) =>
        {
            var item = NinjsItem.Write(Publication, version, SyndicatedArticle.Of(entry.Article));

            Assert.Empty(NinjsSchema.Faults(item));
            Assert.Equal(EntryFacts.Of(entry, EntryContent.Full), NinjsReader.Read(item));
        });

    [Fact]
    public void No_form_of_an_excluded_picture_is_anywhere_in_an_item() =>
        Gen.Select(WithSecrets, Versions).Sample((article, version) =>
        {
            var item = JsonNode.Parse(NinjsItem.Write(Publication, version, SyndicatedArticle.Of(article)))!;

            Assert.DoesNotContain(NinjsReader.Strings(item), text => text.Contains(Secret, StringComparison.OrdinalIgnoreCase));
        });

    [Fact]
    public void Every_other_picture_stays_where_it_was_and_so_does_the_text() =>
        Gen.Select(WithSecrets, Versions).Sample((article, version) =>
        {
            var item = NinjsItem.Write(Publication, version, SyndicatedArticle.Of(article));
            var body = SyndicatedArticle.Of(article).Article.Body;

            Assert.Equal(
                EntryPictures.Of(article).Where(picture => !IsSecret(picture)).Select(picture => picture.Url),
                JsonNode.Parse(item)!["associations"]?.AsArray().Select(picture => picture!["uri"]!.GetValue<string>()) ?? []);
            Assert.Equal(RunningText.Of(article.Body), RunningText.Of(body));
        });

    [Theory]
    [InlineData(NinjsEnd.Withdrawn)]
    [InlineData(NinjsEnd.Expired)]
    [InlineData(NinjsEnd.Erased)]
    public void What_is_canceled_is_valid_and_has_nothing_but_identity_version_dates_and_reason(NinjsEnd end) =>
        Versions.Sample(version =>
        {
            var item = NinjsItem.WriteCanceled(version, end);

            Assert.Empty(NinjsSchema.Faults(item));
            Assert.Subset(
                new HashSet<string>
                {
                    "standard", "uri", "type", "representationType", "version", "firstCreated", "versionCreated", "pubStatus",
                    "expires", "edNote",
                },
                JsonNode.Parse(item)!.AsObject().Select(member => member.Key).ToHashSet());
            Assert.StartsWith($"{end}:", JsonNode.Parse(item)!["edNote"]!.GetValue<string>(), StringComparison.Ordinal);
        });

    private static bool IsSecret(Picture picture) => picture.Url.Contains(Secret, StringComparison.Ordinal);

    private static Picture Picture(int number)
    {
        var name = number <= 2 ? $"{Secret}-{number}" : $"open-{number}";
        return Some.Picture($"https://news.example/{name}.jpg?a=1&b={number}", caption: $"What {name} shows > & \"more\"", alt: $"Alt {name}", credits: $"By {name}")
            with
        { Rights = number <= 2 ? new PictureRights { Syndicate = false } : null };
    }

    private static string Figure(int number) =>
        $"<figure><img src='{Picture(number).Url}'></figure>words<img src='{Picture(number).Url}'>";
}
