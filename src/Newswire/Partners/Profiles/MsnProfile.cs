using Newswire.Articles;
using Newswire.Feeds;
using Newswire.Formats;

namespace Newswire.Partners.Profiles;

/// <summary>
/// What MSN Partner Hub demands, after its pages "MSN feed item metadata requirements", "MSN HTML guidelines and tag
/// restrictions", "How to display inline media and embeds on MSN" and "MSN content expiration and takedown rules"
/// (support.microsoft.com). MSN reads RSS and Atom.
/// </summary>
internal sealed class MsnProfile : FeedProfile
{
    private const string Partner = "MSN";

    private static readonly AllowedHtml Html = new(
        allowed: "p div span br blockquote h1 h2 h3 h4 h5 b i em strong sub sup small a img ul ol li table thead tbody tfoot tr th td"
            + " col colgroup caption",
        renamed: [("figure", "p"), ("h6", "h5"), ("pre", "p"), ("dl", "ul"), ("dt", "li"), ("dd", "li"), ("cite", "em")],

        // What a caption says is said of the image; words struck out would stand there as if they were meant.
        dropped: "figcaption s");

    public override PartnerProfile Name => PartnerProfile.Msn;

    protected override IReadOnlyList<XmlVocabulary> Vocabularies => [Vocabulary.DublinCoreTerms, Vocabulary.Microsoft];

    public override IReadOnlyList<string> Refusals(Publication publication, PartnerEntry entry, DateTimeOffset at)
    {
        var article = entry.Content.Article;
        return Demand.Unmet(
            Demand.Headline(Partner, article.Headline, min: 20, max: 150),
            Demand.Body(Partner, Shape(article).Body),
            Demand.SecureLink(Partner, article.Url),
            Demand.Age(Partner, entry.Published, at, belowDays: 365));
    }

    protected override Article Shape(Article article)
    {
        article = article.WithoutPictures(picture => !SecureAddress.Is(picture.Url));
        var pictures = EntryPictures.Of(article).ToDictionary(picture => picture.Url, MsnPicture.WithOneCredit, StringComparer.Ordinal);
        return article with
        {
            Body = Html.Cut(article.Body, image => MsnPicture.Image(image, pictures), IsLink),
            Featured = article.Featured is { } featured ? pictures[featured.Url] : null,
            Pictures = [.. article.Pictures.Select(picture => pictures[picture.Url])],
        };
    }

    protected override IEnumerable<ForeignElement> Additions(PartnerEntry entry) =>
        Additions(entry.Updated, entry.Expires);

    protected override IReadOnlyList<ForeignElement> Additions(Picture picture) => MsnPicture.Additions(picture);

    protected override Entry? Takedown(FeedHead head, PartnerRemoval removal, string extension) =>
        new(removal.Id, PublishedAs(removal), removal.When, TakedownArticle.Of(head.Publication, removal))
        {
            Additions = new() { Elements = [.. Additions(removal.When, removal.When)] },
        };

    // MSN looks at nothing that was published more than a year ago, and at what it knows only if it was modified after it
    // was published. An old article is therefore taken down as one of the day before.
    private static DateTimeOffset PublishedAs(PartnerRemoval removal) =>
        removal.When.AddDays(-1) is var dayBefore && dayBefore > removal.Published ? dayBefore : removal.Published;

    // An expiry in the past takes an article down, and only together with a newer date of modification.
    private static IEnumerable<ForeignElement> Additions(DateTimeOffset modified, DateTimeOffset? expires)
    {
        yield return new(Vocabulary.DublinCoreTerms, "modified", MomentText.Rfc3339(modified));
        if (expires is { } end)
        {
            yield return new(Vocabulary.DublinCoreTerms, "valid", MomentText.Rfc3339(end));
            yield return new(Vocabulary.Microsoft, "expirationDate", MomentText.Rfc3339(end));
        }
    }

    private static bool IsLink(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var url) && url.Scheme is "https" or "http" or "mailto";
}
