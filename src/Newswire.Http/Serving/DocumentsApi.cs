using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Newswire.Feeds;
using Newswire.Http.Serving.Addresses;
using Newswire.Http.Serving.Deltas;
using Newswire.Storage;

namespace Newswire.Http.Serving;

/// <summary>
/// Every public document: feeds and their archives, pages for people, sitemaps and what else leads to them. Open to
/// everybody.
/// </summary>
public sealed class DocumentsApi
{
    private readonly DocumentCache documents;
    private readonly AddressBook addresses;
    private readonly EmptyPublication empty;
    private readonly FeedDeltas deltas;
    private readonly string basePath;
    private readonly TimeProvider time;
    private readonly ILogger<DocumentsApi> log;

    internal DocumentsApi(
        DocumentCache documents,
        AddressBook addresses,
        EmptyPublication empty,
        FeedDeltas deltas,
        Publication publication,
        TimeProvider time,
        ILogger<DocumentsApi> log)
    {
        (this.documents, this.addresses, this.empty) = (documents, addresses, empty);
        (this.deltas, this.time, this.log) = (deltas, time, log);

        // Where a proxy gives readers our paths below one of its own.
        basePath = new Uri(publication.BaseUrl).AbsolutePath.TrimEnd('/');
    }

    /// <summary>
    /// <c>GET</c> and <c>HEAD</c> of a document. The path decides alone, not the query and not <c>Accept</c>, which feed
    /// readers send all kinds of. Another spelling of a document's address answers 301, and so does a feed's old name; a
    /// feed that was given up answers 410.
    /// </summary>
    public Task<IResult> GetAsync(HttpRequest request)
    {
        // Feeds are for everybody: a reader in a page of another site sees the answer too, whatever it is.
        request.HttpContext.Response.Headers.AccessControlAllowOrigin = "*";

        // Most requests end here: nothing to wait for, and so nothing that a client going away could end.
        return documents.TryFind(PublicPath.ToObject(request.Path.Value ?? ""), out var document) && document is not null
            ? Task.FromResult(Answer(request, document))
            : FindAsync(request);
    }

    private async Task<IResult> FindAsync(HttpRequest request)
    {
        try
        {
            var cancelled = request.HttpContext.RequestAborted;
            return await addresses.FindAsync(request.Path.Value ?? "", cancelled) switch
            {
                Destination.Here here => (await documents.FindAsync(here.Path, cancelled) ?? empty.Find(here.Path)) is { } document
                    ? Answer(request, document)
                    : Refusal(Problem.UnknownDocument),
                Destination.Elsewhere elsewhere => Moved(elsewhere.Path),
                Destination.GivenUp => Refusal(Problem.RetiredFeed),
                _ => Refusal(Problem.UnknownDocument),
            };
        }
        catch (StorageAwayException exception)
        {
            Log.StorageAway(log, request.Path, exception);
            return Refusal(Problem.StorageAway);
        }
    }

    private MovedResult Moved(ObjectPath path)
    {
        ServedDocuments.Count(StatusCodes.Status301MovedPermanently);
        return new MovedResult(basePath + PublicPath.Encode(path));
    }

    private static IResult Refusal(Problem problem)
    {
        ServedDocuments.Count(problem.Status);
        return problem.ToResult();
    }

    private IResult Answer(HttpRequest request, Document document)
    {
        var now = time.GetUtcNow();
        return deltas.Find(request.Headers, document, now) is { } delta
            ? new DeltaResult(delta, now)
            : new DocumentResult(document, now);
    }
}
