using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Newswire.Feeds;
using Newswire.Formats;
using Newswire.Formats.Html;
using Newswire.Projection;
using Newswire.Storage;

namespace Newswire.Http.Serving;

/// <summary>The home page. Open to everybody.</summary>
public sealed class HomeApi
{
    private readonly DocumentCache documents;
    private readonly TimeProvider time;
    private readonly ILogger<HomeApi> log;
    private readonly Document empty;

    internal HomeApi(
        DocumentCache documents,
        Publication publication,
        IEnumerable<IFeedFormat> formats,
        TimeProvider time,
        ILogger<HomeApi> log)
    {
        (this.documents, this.time, this.log) = (documents, time, log);
        var page = HomePage.Write(publication, FeedList.Empty.Titles, [.. formats]);
        var hash = Convert.ToHexStringLower(SHA256.HashData(page).AsSpan(0, 16));
        empty = new Document(HomePage.ContentType, new DocumentFacts(hash, DateTimeOffset.UnixEpoch), page);
    }

    /// <summary><c>GET /</c>: the list of feeds.</summary>
    public async Task<IResult> GetAsync(HttpRequest request)
    {
        try
        {
            var page = await documents.FindAsync(ObjectPaths.HomePage, request.HttpContext.RequestAborted);
            return new DocumentResult(page ?? empty, CacheControl.Page, time.GetUtcNow());
        }
        catch (StorageAwayException exception)
        {
            Log.StorageAway(log, request.Path, exception);
            return Problem.StorageAway.ToResult();
        }
    }
}
