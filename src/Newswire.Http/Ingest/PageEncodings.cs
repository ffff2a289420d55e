using System.Text;
using System.Text.Unicode;

namespace Newswire.Http.Ingest;

/// <summary>The encodings HTML comes in.</summary>
internal static class PageEncodings
{
    /// <summary>What the web means by Latin-1 (WHATWG Encoding §4.2).</summary>
    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <summary>The encoding of this name; null when it is not known, or not safe to decode.</summary>
    public static Encoding? Find(string name)
    {
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        }
        catch (Exception unknown) when (unknown is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    /// <summary>Decodes a page: as declared; without a declaration as UTF-8, or, where that cannot be, as Windows-1252.</summary>
    public static string Decode(ReadOnlySpan<byte> bytes, Encoding? declared) =>
        (declared ?? (Utf8.IsValid(bytes) ? Encoding.UTF8 : Windows1252)).GetString(bytes);
}
