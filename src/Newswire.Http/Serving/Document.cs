using System.Globalization;
using System.IO.Compression;
using Microsoft.Extensions.Primitives;
using Newswire.Http.Serving.Deltas;
using Newswire.Projection;
using Newswire.Storage;

namespace Newswire.Http.Serving;

/// <summary>A public document, ready to be served: each encoded form is made once, when the first client asks for it.</summary>
internal sealed class Document
{
    private readonly long lengthBytes;
    private readonly Lazy<Representation> plain;
    private readonly Lazy<Representation> gzip;
    private readonly Lazy<Representation> brotli;

    public Document(ObjectPath path, string? contentType, DocumentFacts facts, ReadOnlyMemory<byte> bytes)
    {
        Path = path;
        Kind = PublicPath.KindOf(path);
        ContentType = contentType ?? "application/octet-stream";
        Facts = facts;
        lengthBytes = bytes.Length;
        LastModified = facts.Modified.ToString("R", CultureInfo.InvariantCulture);
        plain = new(() => new Representation(null, $"\"{facts.Hash}\"", bytes));
        gzip = new(() => new Representation("gzip", $"\"{facts.Hash}-gzip\"", Gzip(bytes)));
        brotli = new(() => new Representation("br", $"\"{facts.Hash}-br\"", Brotli(bytes)));
    }

    public ObjectPath Path { get; }

    public DocumentKind Kind { get; }

    public string ContentType { get; }

    public DocumentFacts Facts { get; }

    /// <summary>The versions of it that this process had before, newest first; only of feeds.</summary>
    public IReadOnlyList<EntrySet> Earlier { get; init; } = [];

    /// <summary>The values of the header <c>Link</c>; none of what nobody subscribes to.</summary>
    public StringValues Links { get; init; }

    /// <summary>About how much memory it takes, the plain form counted three times for the encoded ones.</summary>
    public long MemoryBytes => (3 * lengthBytes) + Earlier.Sum(version => version.LengthBytes);

    /// <summary>The value of the header.</summary>
    public string LastModified { get; }

    /// <summary>The form with this coding: <c>br</c>, <c>gzip</c> or null.</summary>
    public Representation In(string? contentEncoding) => contentEncoding switch
    {
        "br" => brotli.Value,
        "gzip" => gzip.Value,
        _ => plain.Value,
    };

    private static byte[] Gzip(ReadOnlyMemory<byte> bytes)
    {
        var compressed = new MemoryStream();
        using (var stream = new GZipStream(compressed, CompressionLevel.Optimal))
        {
            stream.Write(bytes.Span);
        }

        return compressed.ToArray();
    }

    private static byte[] Brotli(ReadOnlyMemory<byte> bytes)
    {
        // Quality 4 beats gzip in size and in time; higher ones cost many times more for some per cent.
        var compressed = new byte[BrotliEncoder.GetMaxCompressedLength(bytes.Length)];
        return BrotliEncoder.TryCompress(bytes.Span, compressed, out var written, quality: 4, window: 22)
            ? compressed[..written]
            : throw new InvalidOperationException("The buffer for a compressed document was too small.");
    }
}
