using Microsoft.AspNetCore.Http;
using Newswire.Formats.Html.Operations;

namespace Newswire.Http.Newsroom;

/// <summary>What forms of the newsroom's pages send.</summary>
internal static class NewsroomForm
{
    /// <summary>The most characters of a key.</summary>
    public const int MaxKeyLength = 256;

    private const int MaxBytes = 16 * 1024;
    private const int MaxReturnLength = 512;

    /// <summary>The form; null when there is none, or one larger than any of ours.</summary>
    public static async Task<IFormCollection?> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.ContentLength is null or 0)
        {
            return request.ContentLength == 0 ? FormCollection.Empty : null;
        }

        if (request.ContentLength > MaxBytes || !request.HasFormContentType)
        {
            return null;
        }

        try
        {
            return await request.ReadFormAsync(cancellationToken);
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    /// <summary>Where to go once somebody has signed in: a page of the newsroom and nothing else.</summary>
    public static string ReturnOf(string? sent) =>
        sent is { Length: <= MaxReturnLength }
        && sent.StartsWith(OperationsPaths.Overview, StringComparison.Ordinal)
        && (sent.Length == OperationsPaths.Overview.Length || sent[OperationsPaths.Overview.Length] is '/' or '?')
        && sent.All(c => c is > ' ' and < '\x7f' and not '\\')
            ? sent
            : OperationsPaths.Overview;
}
