using System.Security.Cryptography;
using Newswire.Feeds;
using Newswire.Formats;
using Newswire.Formats.Html;
using Newswire.Projection;
using Newswire.Storage;

namespace Newswire.Http.Serving;

/// <summary>The documents that are there before the first article is: what the projection would write for no feeds.</summary>
internal sealed class EmptyPublication(Publication publication, IEnumerable<IFeedFormat> formats)
{
    private readonly Dictionary<ObjectPath, Document> documents = new[]
    {
        Make(ObjectPaths.HomePage, HomePage.ContentType, HomePage.Write(publication, FeedList.Empty.Titles, [.. formats])),
    }.ToDictionary(document => document.Path);

    /// <summary>The document; null when it comes with the first article.</summary>
    public Document? Find(ObjectPath path) => documents.GetValueOrDefault(path);

    private static Document Make(ObjectPath path, string contentType, byte[] bytes)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 16));
        return new Document(path, contentType, new DocumentFacts(hash, DateTimeOffset.UnixEpoch), bytes);
    }
}
