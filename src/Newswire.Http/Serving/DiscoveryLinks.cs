using Microsoft.Extensions.Primitives;
using Newswire.Feeds;
using Newswire.Formats;
using Newswire.Storage;
using Newswire.WebSub;

namespace Newswire.Http.Serving;

/// <summary>What subscribers look for in the header of a feed before they look into it (W3C WebSub §4).</summary>
internal static class DiscoveryLinks
{
    private const string Folder = "feeds/";

    /// <summary>
    /// The values of <c>Link</c>: each hub, then the topic's own URL, as the document has them. None where nobody is to
    /// subscribe: in archives and pages, and where there is no hub.
    /// </summary>
    public static StringValues Of(Publication publication, ObjectPath document)
    {
        var hubs = FeedAddresses.Hubs(publication);
        return PublicPath.KindOf(document) != DocumentKind.Feed || hubs.Count == 0
            ? StringValues.Empty
            : new StringValues(
            [
                .. hubs.Select(hub => $"<{hub}>; rel=\"hub\""),
                $"<{Topic.Parse(document.Name[Folder.Length..]).Url(publication)}>; rel=\"self\"",
            ]);
    }
}
