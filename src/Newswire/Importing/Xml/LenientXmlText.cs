using System.Text;
using System.Text.RegularExpressions;
using Newswire.Articles.PageImport;

namespace Newswire.Importing.Xml;

/// <summary>
/// The characters of an XML document that people's software wrote: decoded by what it says of itself, without those that XML
/// forbids, which come out of word processors and would make all that follows unreadable.
/// </summary>
internal sealed partial class LenientXmlText : TextReader
{
    private const int DeclarationBytes = 1024;

    private readonly StreamReader text;

    /// <param name="content">The document.</param>
    /// <param name="charset">What the server calls its charset; null when nobody does.</param>
    public LenientXmlText(Stream content, string? charset = null)
    {
        var buffered = new BufferedStream(content, 64 * 1024);
        var start = new byte[DeclarationBytes];
        var read = buffered.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);

        // A mark at the beginning says it best, then the server (RFC 7303 §3), then the declaration.
        var encoding = (charset is null ? null : Charset.Find(charset)) ?? Declared(start.AsSpan(0, read)) ?? Encoding.UTF8;
        text = new StreamReader(
            new RejoinedStream(start.AsMemory(0, read), buffered), encoding, detectEncodingFromByteOrderMarks: true, 32 * 1024);
    }

    /// <inheritdoc/>
    public override int Peek() => throw new NotSupportedException();

    /// <inheritdoc/>
    public override int Read()
    {
        Span<char> one = stackalloc char[1];
        return Read(one) == 0 ? -1 : one[0];
    }

    /// <inheritdoc/>
    public override int Read(char[] buffer, int index, int count) => Read(buffer.AsSpan(index, count));

    /// <inheritdoc/>
    public override int Read(Span<char> buffer)
    {
        while (true)
        {
            var read = text.Read(buffer);
            if (read == 0)
            {
                return 0;
            }

            var kept = 0;
            foreach (var c in buffer[..read])
            {
                if (c is >= ' ' and < '\ufffe' or '\t' or '\n' or '\r')
                {
                    buffer[kept++] = c;
                }
            }

            if (kept > 0)
            {
                return kept;
            }
        }
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            text.Dispose();
        }

        base.Dispose(disposing);
    }

    private static Encoding? Declared(ReadOnlySpan<byte> start)
    {
        // Without a mark, two bytes a character are seen at the first one (XML 1.0, appendix F).
        switch (start)
        {
            case [(byte)'<', 0, ..]:
                return Encoding.Unicode;
            case [0, (byte)'<', ..]:
                return Encoding.BigEndianUnicode;
        }

        // A declaration that could be read byte by byte cannot be right when it names two bytes a character.
        return Declaration().Match(Encoding.Latin1.GetString(start)) is { Success: true } match
            && Charset.Find(match.Groups["label"].Value) is { } found && found.CodePage is not (1200 or 1201 or 12000 or 12001)
                ? found
                : null;
    }

    [GeneratedRegex(
        """^\s*<\?xml\b[^>]*?\bencoding\s*=\s*["'](?<label>[A-Za-z0-9._:-]{1,40})["']""",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Declaration();
}
