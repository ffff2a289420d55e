using System.Text;
using System.Text.RegularExpressions;

namespace Newswire.Articles.PageImport;

/// <summary>The charsets content comes in, as pages and their servers name them.</summary>
public static partial class Charset
{
    /// <summary>
    /// What calls itself Latin-1 or ASCII is this on the web (WHATWG Encoding §4.2): in the range where Latin-1 has
    /// control characters, it has the quotes and dashes of newspapers.
    /// </summary>
    public static readonly Encoding Western = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    private static readonly string[] WesternLabels = ["iso-8859-1", "iso8859-1", "latin1", "us-ascii", "ascii"];

    /// <summary>The charset with this label; null when nothing here can read it.</summary>
    public static Encoding? Find(string label)
    {
        if (WesternLabels.Contains(label, StringComparer.OrdinalIgnoreCase))
        {
            return Western;
        }

        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(label) ?? Encoding.GetEncoding(label);
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException)
        {
            // NotSupportedException: UTF-7 has a name and is not read any more.
            return null;
        }
    }

    /// <summary>
    /// The charset that a page's <c>meta</c> names within its first 1,024 bytes (HTML §13.2.3.2); null when it names
    /// none that can be read.
    /// </summary>
    public static Encoding? Declared(ReadOnlySpan<byte> page) =>
        MetaCharset().Match(Encoding.Latin1.GetString(page[..Math.Min(page.Length, 1024)])) is { Success: true } match
            ? Find(match.Groups["label"].Value) is { } found && found.CodePage is not (1200 or 1201 or 12000 or 12001) ? found : null
            : null;

    /// <summary>Whether content with this label can be read as UTF-8.</summary>
    public static bool IsUtf8(string label) =>
        label.Equals("utf-8", StringComparison.OrdinalIgnoreCase)
        || label.Equals("utf8", StringComparison.OrdinalIgnoreCase)
        || label.Equals("us-ascii", StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex("""<meta\b[^>]{0,200}\bcharset\s*=\s*["']?\s*(?<label>[A-Za-z0-9._:-]{1,40})""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex MetaCharset();
}
