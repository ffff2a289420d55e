using System.Text;
using Newswire.Formats;
using Newswire.Projection;
using Newswire.Storage;

namespace Newswire.Http.Serving.Addresses;

/// <summary>
/// Finds where an address leads. Asks storage for nothing but what all addresses share: the names of the feeds, of a
/// feed's pages, and of the sitemaps.
/// </summary>
internal sealed class AddressBook(
    FeedNames names, DocumentCache documents, EmptyPublication empty, IEnumerable<IFeedFormat> formats)
{
    private static readonly Destination Nowhere = new Destination.Nowhere();

    private readonly HashSet<string> extensions = formats.Select(format => format.Extension).ToHashSet(StringComparer.Ordinal);

    /// <summary>Where a path leads.</summary>
    /// <param name="path">The path, percent-decoded.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="StorageAwayException">Storage did not answer, and what is needed was never read before.</exception>
    public async ValueTask<Destination> FindAsync(string path, CancellationToken cancellationToken) =>
        PublicAddress.Parse(path) switch
        {
            PublicAddress.Single single => At(single.Path, path),
            PublicAddress.NewsSitemap sitemap => await FindAsync(sitemap, path, cancellationToken),
            PublicAddress.OfFeed feed => await FindAsync(feed, path, cancellationToken),
            _ => Nowhere,
        };

    private static Destination At(ObjectPath document, string path) =>
        PublicPath.Of(document) == path ? new Destination.Here(document) : new Destination.Elsewhere(document);

    private async ValueTask<Destination> FindAsync(
        PublicAddress.NewsSitemap sitemap, string path, CancellationToken cancellationToken)
    {
        // The index has the address of each sitemap as the content of an element.
        var document = ObjectPaths.NewsSitemap(sitemap.Number);
        var index = await documents.FindAsync(ObjectPaths.SitemapIndex, cancellationToken) ?? empty.Find(ObjectPaths.SitemapIndex);
        return index is not null
            && index.In(null).Bytes.Span.IndexOf(Encoding.UTF8.GetBytes(PublicPath.Of(document) + "<")) >= 0
                ? At(document, path)
                : Nowhere;
    }

    private async ValueTask<Destination> FindAsync(
        PublicAddress.OfFeed address, string path, CancellationToken cancellationToken)
    {
        var extension = address.Extension ?? FeedAddresses.PageExtension;
        if (!extensions.Contains(extension) && (address.Page is not null || extension != FeedAddresses.PageExtension))
        {
            return Nowhere;
        }

        switch ((await names.FeedsAsync(cancellationToken)).Find(address.Feed))
        {
            case FeedStanding.Retired:
                return new Destination.GivenUp();
            case FeedStanding.Live(var feed) when address.Page is { } page:
                return await names.HasPageAsync(feed, page, cancellationToken)
                    ? At(ObjectPaths.Archive(feed, page, extension), path)
                    : Nowhere;
            case FeedStanding.Live(var feed):
                return At(ObjectPaths.Document(feed, extension), path);

            // A feed that selects as before is cut into the same pages; of another the newest is what can be given.
            case FeedStanding.Moved(var feed) when address.Page is { } page
                && await names.HasPageAsync(feed, page, cancellationToken):
                return new Destination.Elsewhere(ObjectPaths.Archive(feed, page, extension));
            case FeedStanding.Moved(var feed):
                return new Destination.Elsewhere(ObjectPaths.Document(feed, extension));
            default:
                return Nowhere;
        }
    }
}
