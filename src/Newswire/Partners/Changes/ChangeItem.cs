using Newswire.Feeds;
using Newswire.Formats.Ninjs;
using Newswire.Partners.Profiles;

namespace Newswire.Partners.Changes;

/// <summary>What an article is to a partner, as an item of ninjs 3.1.</summary>
internal static class ChangeItem
{
    /// <summary>The item; null when there is nothing to say.</summary>
    public static byte[]? Of(Publication publication, Disclosure disclosure) => disclosure switch
    {
        Disclosure.Usable usable => NinjsItem.Write(publication, VersionOf(usable.Entry), usable.Entry.Content),
        Disclosure.Withheld withheld => NinjsItem.Write(publication, VersionOf(withheld.Entry), withheld.Entry.Content),
        Disclosure.Canceled canceled => NinjsItem.WriteCanceled(VersionOf(canceled.Removal), canceled.Removal.Why),
        _ => null,
    };

    private static NinjsVersion VersionOf(PartnerEntry entry) => new()
    {
        Id = entry.Id,
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
        Version = removal.Version,
        FirstCreated = removal.Published,
        VersionCreated = removal.When,
        Expires = removal.Why == NinjsEnd.Expired ? removal.When : null,
    };
}
