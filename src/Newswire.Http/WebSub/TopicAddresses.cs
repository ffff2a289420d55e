using Newswire.Feeds;
using Newswire.Formats;
using Newswire.Http.Serving;
using Newswire.Http.Serving.Addresses;
using Newswire.Storage;
using Newswire.WebSub;

namespace Newswire.Http.WebSub;

/// <summary>Finds the topic with a URL. Only the address that a document names as <c>self</c> is one (W3C WebSub §5.1).</summary>
internal sealed class TopicAddresses(AddressBook addresses, IEnumerable<IFeedFormat> formats, Publication publication)
{
    private const string Folder = "feeds/";

    private readonly Uri root = new(publication.BaseUrl.TrimEnd('/') + "/");
    private readonly HashSet<string> extensions = formats.Select(format => format.Extension).ToHashSet(StringComparer.Ordinal);

    /// <summary>What the URL names; escapes that stand for unreserved characters make no difference (§5.1.1).</summary>
    /// <exception cref="StorageAwayException">Storage did not answer, and the names of the feeds were never read before.</exception>
    public async ValueTask<TopicAddress> FindAsync(string url, CancellationToken cancellationToken)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address)
            || !root.IsBaseOf(address)
            || !address.AbsolutePath.StartsWith(root.AbsolutePath, StringComparison.Ordinal))
        {
            return new TopicAddress.None($"hub.topic must be the address that a feed of this publication names as 'self'; all of them are below {root}.");
        }

        var path = Uri.UnescapeDataString(address.AbsolutePath[(root.AbsolutePath.Length - 1)..]);
        return await addresses.FindAsync(path, cancellationToken) switch
        {
            Destination.Here here when PublicPath.KindOf(here.Path) != DocumentKind.Feed => new TopicAddress.None(WhyNone(here.Path)),
            Destination.Here here when address.Query.Length + address.Fragment.Length > 0 => new TopicAddress.None(UseInstead(here.Path)),
            Destination.Here here => new TopicAddress.Of(TopicOf(here.Path)),
            Destination.Elsewhere elsewhere => None(path, UseInstead(elsewhere.Path)),
            Destination.GivenUp => None(path, "hub.topic is a feed that the publication has given up."),
            _ => new TopicAddress.None("hub.topic is no feed of this publication; /opml.xml lists all of them."),
        };
    }

    private static Topic TopicOf(ObjectPath document) => Topic.Parse(document.Name[Folder.Length..]);

    /// <summary>A former topic if the path can have been one, otherwise no topic.</summary>
    private TopicAddress None(string path, string reason) =>
        PublicAddress.Parse(path) is PublicAddress.OfFeed { Page: null, Extension: { } extension } named && extensions.Contains(extension)
            ? new TopicAddress.Former(new Topic(named.Feed, extension), reason)
            : new TopicAddress.None(reason);

    private string UseInstead(ObjectPath document) => PublicPath.KindOf(document) == DocumentKind.Feed
        ? $"hub.topic has another address: subscribe to {TopicOf(document).Url(publication)}."
        : WhyNone(document);

    private string WhyNone(ObjectPath document)
    {
        var topics = PublicAddress.Parse(PublicPath.Of(document)) is PublicAddress.OfFeed named
            ? string.Join(" or ", extensions.Select(extension => new Topic(named.Feed, extension).Url(publication)))
            : "the address that a feed names as 'self'";
        return PublicPath.KindOf(document) == DocumentKind.Archive
            ? $"hub.topic is an archive document, which has no news: subscribe to {topics}."
            : $"hub.topic is a page and no feed: subscribe to {topics}.";
    }
}
