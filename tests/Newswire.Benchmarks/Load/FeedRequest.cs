using System.Text;

namespace Newswire.Benchmarks.Load;

/// <summary>A way in which readers ask for the feed.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="BarePath">Where the bare endpoint gives the same answer.</param>
/// <param name="AcceptEncoding">The codings the reader accepts.</param>
/// <param name="Conditional">Whether the reader has the document already.</param>
internal sealed record FeedRequest(string Name, string BarePath, string AcceptEncoding, bool Conditional)
{
    public const string FeedPath = "/feeds/latest.rss";

    public static readonly FeedRequest Plain = new("plain", "/plain", "identity", Conditional: false);

    public static readonly IReadOnlyList<FeedRequest> All =
    [
        Plain,
        new("gzip", "/gzip", "gzip", Conditional: false),
        new("304", "/304", "gzip", Conditional: true),
    ];

    /// <summary>The request as a reader sends it.</summary>
    public byte[] ToBytes(string path, string etag) => Encoding.ASCII.GetBytes(
        $"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nUser-Agent: load\r\nAccept: application/rss+xml, */*;q=0.5\r\n"
        + $"Accept-Encoding: {AcceptEncoding}\r\n{(Conditional ? $"If-None-Match: {etag}\r\n" : "")}\r\n");
}
