using Newswire.Articles;
using Newswire.Feeds;
using Newswire.Formats;

namespace Newswire.Partners.Profiles;

/// <summary>
/// What SmartNews demands, after "SmartFormat Specification, version 2.1" and "Deleting Articles"
/// (publishers.smartnews.com). SmartFormat extends RSS and Atom.
/// </summary>
internal sealed class SmartNewsProfile : FeedProfile
{
    private const string Partner = "SmartNews";

    private const int MaxDescription = 30;

    // SmartNews asks again after so many minutes, and a takedown has to reach it soon.
    private const string TimeToLive = "5";

    public override PartnerProfile Name => PartnerProfile.SmartNews;

    protected override IReadOnlyList<XmlVocabulary> Vocabularies => [Vocabulary.SmartFormat];

    public override IReadOnlyList<string> Refusals(Publication publication, PartnerEntry entry, DateTimeOffset at) =>
        Demand.Unmet(Demand.Body(Partner, entry.Content.Article.Body));

    // The thumbnail is made of the featured picture.
    protected override Article Shape(Article article) =>
        article.Featured is null ? article with { Featured = LeadPicture.Of(article, _ => true) } : article;

    protected override FeedHead Shape(FeedHead head) =>
        head with { Description = Excerpt.NoLongerThan(head.Description, MaxDescription) };

    // SmartNews looks at an item again when this date has changed; in Atom it looks at updated.
    protected override DateTimeOffset PublishedAs(PartnerEntry entry, string extension) =>
        extension == "rss" ? entry.Updated : entry.Published;

    protected override IEnumerable<ForeignElement> Additions(FeedHead head, string extension)
    {
        if (extension == "rss")
        {
            yield return new(null, "pubDate", MomentText.Rfc822(head.Updated));
            yield return new(null, "ttl", TimeToLive);
        }

        if (head.LogoUrl is { } logo)
        {
            yield return new(Vocabulary.SmartFormat, "logo") { Children = [new(null, "url", logo)] };
        }
    }

    protected override IEnumerable<ForeignElement> Additions(PartnerEntry entry) => [Status("active")];

    protected override Entry? Takedown(FeedHead head, PartnerRemoval removal, string extension) =>
        new(
            removal.Id,
            extension == "rss" ? removal.When : removal.Published,
            removal.When,
            TakedownArticle.Of(head.Publication, removal))
        {
            Additions = new() { Elements = [Status("deleted")] },
        };

    private static ForeignElement Status(string state) =>
        new(Vocabulary.Media, "status") { Attributes = [new("state", state)] };
}
