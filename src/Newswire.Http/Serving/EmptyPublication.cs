using System.Security.Cryptography;
using Newswire.Feeds;
using Newswire.Formats;
using Newswire.Formats.Html;
using Newswire.Formats.Opml;
using Newswire.Formats.Sitemaps;
using Newswire.Projection;
using Newswire.Storage;

namespace Newswire.Http.Serving;

/// <summary>The documents that are there before the first article is: what the projection would write for no feeds.</summary>
internal sealed class EmptyPublication
{
    private readonly Dictionary<ObjectPath, Document> documents;

    public EmptyPublication(Publication publication, IEnumerable<IFeedFormat> formats)
    {
        IReadOnlyList<IFeedFormat> all = [.. formats];
        var titles = FeedList.Empty.Titles;
        documents = new[]
        {
            Make(ObjectPaths.HomePage, HomePage.ContentType, HomePage.Write(publication, titles, all)),
            Make(ObjectPaths.Opml, OpmlDocument.ContentType, OpmlDocument.Write(publication, titles, all[0])),
            Make(ObjectPaths.Robots, RobotsText.ContentType, RobotsText.Write(publication)),
            Make(ObjectPaths.SitemapIndex, SitemapIndex.ContentType, SitemapIndex.Write(publication, newsSitemaps: 1)),
            Make(ObjectPaths.NewsSitemap(1), NewsSitemap.ContentType, NewsSitemap.Write(publication, [])),
            Make(ObjectPaths.Manifest, WebManifest.ContentType, WebManifest.Write(publication)),
            Make(ObjectPaths.StyleSheet, FeedStyleSheet.ContentType, FeedStyleSheet.Content),
        }.ToDictionary(document => document.Path);
    }

    /// <summary>The document; null when it comes with the first article.</summary>
    public Document? Find(ObjectPath path) => documents.GetValueOrDefault(path);

    private static Document Make(ObjectPath path, string contentType, ReadOnlyMemory<byte> bytes)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes.Span).AsSpan(0, 16));
        return new Document(path, contentType, new DocumentFacts(hash, DateTimeOffset.UnixEpoch), bytes);
    }
}
