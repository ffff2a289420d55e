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
                .. removals.Select(removal => NinjsItem.WriteCanceled(VersionOf(removal), removal.Why)),
                .. entries.Select(entry => NinjsItem.Write(
                    head.Publication, VersionOf(entry), SyndicatedArticle.Of(shape(entry.Content.Article)))),
            ]);

    private static NinjsVersion VersionOf(PartnerEntry entry) => new()
    {
        Id = entry.Id,
        Name = entry.Id,
        Version = entry.Version,
        FirstCreated = entry.Published,
        VersionCreated = entry.Updated,
        EmbargoedUntil = entry.EmbargoedUntil,
        Expires = entry.Expires,
        Priority = entry.Priority,
    };

    private static NinjsVersion VersionOf(PartnerRemoval removal) => new()
    {
        Id = removal.Id,
        Name = removal.Id,
        Version = removal.Version,
        FirstCreated = removal.Published,
        VersionCreated = removal.When,
        Expires = removal.Why == NinjsEnd.Expired ? removal.When : null,
    };
}
