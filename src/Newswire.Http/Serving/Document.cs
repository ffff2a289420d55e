using System.Globalization;
using System.IO.Compression;
using Newswire.Projection;
using Newswire.Storage;

namespace Newswire.Http.Serving;

/// <summary>A public document, ready to be served: each encoded form is made once, when the first client asks for it.</summary>
internal sealed class Document
{
    private readonly Lazy<Representation> plain;
    private readonly Lazy<Representation> gzip;
    private readonly Lazy<Representation> brotli;

    public Document(ObjectPath path, string? contentType, DocumentFacts facts, ReadOnlyMemory<byte> bytes)
    {
        Path = path;
        Kind = PublicPath.KindOf(path);
        ContentType = contentType ?? "application/octet-stream";
        Facts = facts;
        LengthBytes = bytes.Length;
        LastModified = facts.Modified.ToString("R", CultureInfo.InvariantCulture);
        plain = new(() => new Representation(null, $"\"{facts.Hash}\"", bytes));
        gzip = new(() => new Representation("gzip", $"\"{facts.Hash}-gzip\"", Gzip(bytes)));
        brotli = new(() => new Representation("br", $"\"{facts.Hash}-br\"", Brotli(bytes)));
    }

    public ObjectPath Path { get; }

    public DocumentKind Kind { get; }

    public string ContentType { get; }

    public DocumentFacts Facts { get; }

    public long LengthBytes { get; }

    /// <summary>The value of the header.</summary>
    public string LastModified { get; }

    /// <summary>The document as read; null when it has no validators, which means the projection did not write it.</summary>
    public static Document? From(ObjectPath path, StoredObject stored) =>
        DocumentFacts.From(stored.Properties.Metadata) is { } facts
            ? new Document(path, stored.Properties.ContentType, facts, stored.Content)
            : null;

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
