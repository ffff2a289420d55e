using System.Net;
using System.Net.Http.Headers;

namespace Newswire.Articles.PictureFacts;

/// <summary>The length of the file behind an answer: counted where the file is short, told by its host where it is long.</summary>
internal static class FileLength
{
    /// <summary>The length; null if it cannot be known. Counting that takes too long or breaks off ends in null too.</summary>
    /// <param name="response">The answer, 200 or 206.</param>
    /// <param name="body">The rest of its body.</param>
    /// <param name="read">How many bytes have been read of it; less than <paramref name="wanted"/> only if it has ended.</param>
    /// <param name="wanted">How many bytes were asked for.</param>
    /// <param name="maxCounted">The longest length that is counted.</param>
    /// <param name="cancellationToken">Ends the counting.</param>
    public static async Task<long?> FindAsync(
        HttpResponseMessage response, Stream body, int read, int wanted, long maxCounted, CancellationToken cancellationToken)
    {
        var headers = response.Content.Headers;
        if (response.StatusCode == HttpStatusCode.PartialContent)
        {
            return OfPart(headers.ContentRange, read);
        }

        if (headers.ContentLength is null && response.Headers.TransferEncodingChunked != true)
        {
            // It ends where the connection does, and so does one that broke off (RFC 9112 §8).
            return null;
        }

        return read < wanted ? read
            : headers.ContentLength ?? await CountAsync(body, read, maxCounted, cancellationToken);
    }

    /// <summary>Of an answer that says to be the beginning of the file: the whole it names, unless it contradicts itself.</summary>
    private static long? OfPart(ContentRangeHeaderValue? range, int read) =>
        range is { Unit: "bytes", From: 0, To: { } last, Length: { } total } && last + 1 == read && read <= total
            ? total
            : null;

    private static async Task<long?> CountAsync(Stream body, long length, long max, CancellationToken cancellationToken)
    {
        var buffer = new byte[64 * 1024];
        try
        {
            while (length <= max)
            {
                var read = await body.ReadAsync(buffer, cancellationToken);
                if (read == 0)
                {
                    return length;
                }

                length += read;
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or IOException)
        {
            // The rest is known, and worth having without the length.
        }

        return null;
    }
}
