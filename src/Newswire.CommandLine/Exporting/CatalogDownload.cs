using Newswire.CommandLine.Targets;

namespace Newswire.CommandLine.Exporting;

/// <summary>Fetches the catalog part by part, following the links from one to the next (RFC 8288).</summary>
internal sealed class CatalogDownload(NewswireClient client)
{
    private const string Path = "api/catalog";

    /// <summary>Writes all of it.</summary>
    /// <param name="output">Gets the lines.</param>
    /// <param name="progress">Is told how many changes there are so far.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>How many changes there were.</returns>
    public async Task<long> WriteAsync(Stream output, Action<long> progress, CancellationToken cancellationToken)
    {
        var changes = 0L;
        for (var next = Path; next is not null;)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, next);
            using var answer = await client.SendAsync(request, cancellationToken);
            await client.RefuseAsync(answer, cancellationToken);
            var lines = await answer.Content.ReadAsByteArrayAsync(cancellationToken);
            await output.WriteAsync(lines, cancellationToken);
            changes += lines.AsSpan().Count((byte)'\n');
            progress(changes);
            next = NextOf(answer);
        }

        return changes;
    }

    /// <summary>Only the query is taken over: the address of a Newswire may have a path in front that it does not know of.</summary>
    private static string? NextOf(HttpResponseMessage answer) =>
        answer.Headers.TryGetValues("Link", out var links)
        && links.FirstOrDefault(link => link.EndsWith("rel=\"next\"", StringComparison.Ordinal)) is { } link
        && link.IndexOf('?', StringComparison.Ordinal) is > 0 and var query
            ? Path + link[query..link.IndexOf('>', StringComparison.Ordinal)]
            : null;
}
