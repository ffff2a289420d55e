using Newswire.Feeds;
using Newswire.Formats.Ninjs;

namespace Newswire.Partners.Changes;

/// <summary>What an article is to a partner, as an item of ninjs 3.1.</summary>
internal static class ChangeItem
{
    /// <summary>The item; null when there is nothing to say.</summary>
    public static byte[]? Of(Publication publication, Disclosure disclosure) => disclosure switch
    {
        Disclosure.Usable usable => NinjsItem.Write(publication, usable.Entry.InNinjs(), usable.Entry.Content),
        Disclosure.Withheld withheld => NinjsItem.Write(publication, withheld.Entry.InNinjs(), withheld.Entry.Content),
        Disclosure.Canceled canceled => NinjsItem.WriteCanceled(canceled.Removal.InNinjs(), canceled.Removal.Why),
        _ => null,
    };
}
