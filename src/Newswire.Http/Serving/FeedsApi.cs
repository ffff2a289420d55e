using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Newswire.Formats;
using Newswire.Projection;
using Newswire.Storage;

namespace Newswire.Http.Serving;

/// <summary>The documents readers get. Open to everybody.</summary>
public sealed class FeedsApi
{
    private const string Prefix = "/feeds/";

    /// <summary>The longest name a stored document can have (blob names end at 1,024 characters).</summary>
    private const int MaxNameLength = 500;

    private readonly DocumentCache documents;
    private readonly TimeProvider time;
    private readonly ILogger<FeedsApi> log;
    private readonly HashSet<string> extensions;

    internal FeedsApi(DocumentCache documents, IEnumerable<IFeedFormat> formats, TimeProvider time, ILogger<FeedsApi> log)
    {
        (this.documents, this.time, this.log) = (documents, time, log);
        extensions = formats.Select(format => format.Extension).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary><c>GET /feeds/{feed}.{format}</c>.</summary>
    public Task<IResult> GetAsync(HttpRequest request)
    {
        if (PathOf(request.Path.Value ?? "") is not { } path)
        {
            return Task.FromResult(Problem.UnknownDocument.ToResult());
        }

        // Most requests end here: nothing to wait for, and so nothing that a client going away could end.
        return documents.TryFind(path, out var document)
            ? Task.FromResult(Answer(document))
            : FindAsync(request, path);
    }

    private IResult Answer(Document? document) => document is null
        ? Problem.UnknownDocument.ToResult()
        : new DocumentResult(document, CacheControl.Feed, time.GetUtcNow());

    private async Task<IResult> FindAsync(HttpRequest request, ObjectPath path)
    {
        try
        {
            return Answer(await documents.FindAsync(path, request.HttpContext.RequestAborted));
        }
        catch (StorageAwayException exception)
        {
            Log.StorageAway(log, request.Path, exception);
            return Problem.StorageAway.ToResult();
        }
    }

    private ObjectPath? PathOf(string path)
    {
        if (!path.StartsWith(Prefix, StringComparison.Ordinal) || path.Length > MaxNameLength)
        {
            return null;
        }

        // Looked at in place: for most requests this and the copy of the bytes is all the work there is.
        var name = path.AsSpan(Prefix.Length);
        var dot = name.LastIndexOf('.');
        return dot > 0
            && extensions.GetAlternateLookup<ReadOnlySpan<char>>().Contains(name[(dot + 1)..])
            && !HasControl(name)
            && !HasEmptyOrDottedSegment(name)
            ? ObjectPaths.Document(name[..dot], name[(dot + 1)..])
            : null;
    }

    private static bool HasControl(ReadOnlySpan<char> name) =>
        name.ContainsAnyInRange('\u0000', '\u001F') || name.ContainsAnyInRange('\u007F', '\u009F');

    /// <summary>No feed's name has such a segment, and storage would take one for a way up.</summary>
    private static bool HasEmptyOrDottedSegment(ReadOnlySpan<char> name)
    {
        foreach (var range in name.Split('/'))
        {
            if (name[range] is "" or "." or "..")
            {
                return true;
            }
        }

        return false;
    }
}
