namespace Newswire.Formats;

/// <summary>The links of a feed document that are the same in both XML formats.</summary>
internal static class FeedLinks
{
    /// <summary>
    /// The documents of the same format that this one names: itself, and its neighbours in the archived feed (RFC 5005
    /// §4).
    /// </summary>
    /// <remarks>
    /// No <c>current</c> in the subscription document: RFC 5005 has archive documents name it, and the subscription
    /// document's <c>self</c> is that already.
    /// </remarks>
    public static IEnumerable<(string Relation, string Url)> Documents(FeedHead head, string extension)
    {
        yield return ("self", FeedAddresses.Self(head, extension));
        if (head.Page is not null)
        {
            yield return ("current", FeedAddresses.Url(head.Publication, head.Name, extension));
        }

        if (head.PreviousPage is { } previous)
        {
            yield return ("prev-archive", FeedAddresses.ArchiveUrl(head.Publication, head.Name, previous, extension));
        }

        if (head is { Page: not null, NextPage: { } next })
        {
            yield return ("next-archive", FeedAddresses.ArchiveUrl(head.Publication, head.Name, next, extension));
        }
    }

    /// <summary>
    /// The hubs that tell subscribers of changes; none in archive documents, to which nobody is to subscribe (W3C WebSub
    /// §4), and in those for one partner, which hubs do not have.
    /// </summary>
    public static IReadOnlyList<string> Hubs(FeedHead head) =>
        head is { Page: null, Additions: null } ? FeedAddresses.Hubs(head.Publication) : [];
}
