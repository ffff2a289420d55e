using Newswire.Articles;
using Newswire.Feeds;

namespace Newswire.Partners.Profiles;

/// <summary>
/// What Flipboard demands, after its "RSS guidelines" (about.flipboard.com/rss-spec). Flipboard reads RSS. What is gone is
/// missing from the list; there is no other way to say it.
/// </summary>
internal sealed class FlipboardProfile : FeedProfile
{
    private const string Partner = "Flipboard";

    private const int MinDescription = 300;

    private const int MinSide = 500;

    public override PartnerProfile Name => PartnerProfile.Flipboard;

    public override IReadOnlyList<string> Refusals(Publication publication, PartnerEntry entry, DateTimeOffset at)
    {
        var article = entry.Content.Article;
        return Demand.Unmet(
            Demand.Summary(Partner, Excerpt.NoShorterThan(article, MinDescription), MinDescription),
            LeadPicture.Of(article, IsEnclosure) is null ? LeadPicture.Missing(Partner, article, MinSide) : null);
    }

    // What stands in the enclosure is the featured picture.
    protected override Article Shape(Article article) => article with
    {
        Standfirst = Excerpt.NoShorterThan(article, MinDescription),
        Featured = LeadPicture.Of(article, IsEnclosure),
    };

    private static bool IsEnclosure(Picture picture) => LeadPicture.IsEnclosure(picture, MinSide);
}
