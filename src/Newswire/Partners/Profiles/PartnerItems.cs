using Newswire.Articles;
using Newswire.Formats;
using Newswire.Formats.Ninjs;

namespace Newswire.Partners.Profiles;

/// <summary>A feed in ninjs: the articles, those under embargo withheld, and what is gone canceled.</summary>
internal static class PartnerItems
{
    public static byte[] Write(
        FeedHead head,
        string self,
        IReadOnlyList<PartnerEntry> entries,
        IReadOnlyList<PartnerRemoval> removals,
        Func<Article, Article> shape) => NinjsPackage.Write(
            head,
            self,
            [
                .. removals.Select(removal => NinjsItem.WriteCanceled(removal.InNinjs() with { Name = removal.Id }, removal.Why)),
                .. entries.Select(entry => NinjsItem.Write(
                    head.Publication, entry.InNinjs() with { Name = entry.Id }, SyndicatedArticle.Of(shape(entry.Content.Article)))),
            ]);
}
