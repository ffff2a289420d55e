using System.Buffers;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using PageCharset = Newswire.Articles.PageImport.Charset;

namespace Newswire.Http.Ingest;

/// <summary>The content of a request, checked for type and size before anything looks into it.</summary>
/// <param name="Bytes">The content.</param>
/// <param name="Charset">The charset the request names; null when it names none.</param>
internal sealed record RequestContent(ReadOnlyMemory<byte> Bytes, Encoding? Charset)
{
    /// <summary>Reads the content, or says why not.</summary>
    /// <param name="request">The request.</param>
    /// <param name="what">What is sent, for the message: "An article".</param>
    /// <param name="maxBytes">Reading ends one byte behind this.</param>
    /// <param name="mediaTypes">The accepted media types; the first is named in the refusal.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <param name="utf8Only">Whether another charset than UTF-8 is refused: JSON has no other (RFC 8259 §8.1).</param>
    public static async Task<(RequestContent? Content, Problem? Problem)> ReadAsync(
        HttpRequest request,
        string what,
        int maxBytes,
        IReadOnlyList<string> mediaTypes,
        CancellationToken cancellationToken,
        bool utf8Only = true)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            || !mediaTypes.Contains(type.MediaType.Value, StringComparer.OrdinalIgnoreCase)
            || !TryCharset(type, utf8Only, out var charset))
        {
            return (null, Problem.WrongMediaType(request.ContentType, mediaTypes[0] + " in UTF-8"));
        }

        if (request.Headers.ContentEncoding.Count > 0)
        {
            return (null, Problem.WrongMediaType($"Content-Encoding: {request.Headers.ContentEncoding}", "plain " + mediaTypes[0]));
        }

        if (request.ContentLength > maxBytes)
        {
            return (null, Problem.TooLarge(what, maxBytes));
        }

        var buffer = new ArrayBufferWriter<byte>((int)Math.Clamp(request.ContentLength ?? 0, Math.Min(16 * 1024, maxBytes), maxBytes) + 1);
        try
        {
            int read;
            while ((read = await request.Body.ReadAsync(buffer.GetMemory(), cancellationToken)) > 0)
            {
                buffer.Advance(read);
                if (buffer.WrittenCount > maxBytes)
                {
                    return (null, Problem.TooLarge(what, maxBytes));
                }
            }
        }
        catch (BadHttpRequestException exception) when (exception.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return (null, Problem.TooLarge(what, maxBytes));
        }

        return (new RequestContent(WithoutByteOrderMark(buffer.WrittenMemory), charset), null);
    }

    /// <summary>The bytes without the mark some editors put in front of UTF-8.</summary>
    public static ReadOnlyMemory<byte> WithoutByteOrderMark(ReadOnlyMemory<byte> bytes) =>
        bytes.Span.StartsWith(Encoding.UTF8.Preamble) ? bytes[Encoding.UTF8.Preamble.Length..] : bytes;

    private static bool TryCharset(MediaTypeHeaderValue type, bool utf8Only, out Encoding? charset)
    {
        charset = null;
        if (!type.Charset.HasValue)
        {
            return true;
        }

        // Quotes around it say nothing (RFC 9110 §8.3.1).
        var label = HeaderUtilities.RemoveQuotes(type.Charset).ToString();
        charset = PageCharset.Find(label);
        return charset is not null && (!utf8Only || PageCharset.IsUtf8(label));
    }
}
