using System.Buffers;
using System.Globalization;
using System.Text;

namespace Newswire.Formats;

/// <summary>
/// Writes an entry's XML as UTF-8. Names and prefixes stand in the code as markup; the text between them comes from
/// people and is escaped here.
/// </summary>
/// <remarks>
/// Not an <see cref="System.Xml.XmlWriter"/>, for three reasons. An entry is a fragment whose prefixes are declared by
/// the document that will carry it, and the library's writer would declare them again in each. Creating one for every
/// entry costs about as much as writing the entry. And it throws at a character that XML forbids, which would
/// take the whole feed down with one article; here such a character becomes U+FFFD.
/// </remarks>
internal sealed class XmlMarkup(PooledBuffer buffer)
{
    private const string Forbidden =
        "\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\u0008\u000B\u000C\u000E\u000F" +
        "\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001A\u001B\u001C\u001D\u001E\u001F";

    // A carriage return written as it is would be read as a line feed (XML 1.0 §2.11).
    private static readonly SearchValues<char> SpecialInText = SearchValues.Create("&<>\r" + Forbidden);
    private static readonly SearchValues<char> SpecialInValue = SearchValues.Create("&<>\"\t\n\r" + Forbidden);
    private static readonly SearchValues<char> SpecialInCData = SearchValues.Create("]\r" + Forbidden);

    /// <summary>Bytes that are XML already.</summary>
    public void Markup(ReadOnlySpan<byte> xml) => buffer.Write(xml);

    /// <summary>Text from people.</summary>
    public void Text(string text, XmlEscaping escaping = XmlEscaping.Text)
    {
        var special = escaping == XmlEscaping.Value ? SpecialInValue : SpecialInText;
        var rest = WithoutNonCharacters(text).AsSpan();
        for (int at; (at = rest.IndexOfAny(special)) >= 0; rest = rest[(at + 1)..])
        {
            Encode(rest[..at]);
            Markup(Escaped(rest[at], escaping));
        }

        Encode(rest);
    }

    /// <summary>HTML as a CDATA section, which keeps it readable and spares escaping every tag.</summary>
    public void Html(string html)
    {
        Markup("<![CDATA["u8);
        var rest = WithoutNonCharacters(html).AsSpan();
        for (int at; (at = rest.IndexOfAny(SpecialInCData)) >= 0; rest = rest[(at + 1)..])
        {
            Encode(rest[..at]);
            Markup(rest[at] switch
            {
                // Between the brackets of the section's end mark one section ends and the next begins.
                ']' when rest[(at + 1)..].StartsWith("]>", StringComparison.Ordinal) => "]]]><![CDATA["u8,
                ']' => "]"u8,
                '\r' => "]]>&#xD;<![CDATA["u8,
                _ => "\uFFFD"u8,
            });
        }

        Encode(rest);
        Markup("]]>"u8);
    }

    /// <summary>A number, in digits.</summary>
    public void Number(long number)
    {
        const int Longest = 20;
        number.TryFormat(
            buffer.GetSpan(Longest), out var written, provider: CultureInfo.InvariantCulture);
        buffer.Advance(written);
    }

    /// <summary>A moment in the given form, to the second.</summary>
    public void Moment(DateTimeOffset moment, string form)
    {
        const int Longest = 32;
        moment.UtcDateTime.TryFormat(
            buffer.GetSpan(Longest), out var written, form, CultureInfo.InvariantCulture);
        buffer.Advance(written);
    }

    private static ReadOnlySpan<byte> Escaped(char special, XmlEscaping escaping) => (special, escaping) switch
    {
        ('&', XmlEscaping.Text) => "&#x26;"u8,
        ('<', XmlEscaping.Text) => "&#x3C;"u8,
        ('&', XmlEscaping.TextAsHtml) => "&amp;amp;"u8,
        ('<', XmlEscaping.TextAsHtml) => "&amp;lt;"u8,
        ('>', XmlEscaping.TextAsHtml) => "&amp;gt;"u8,
        ('&', _) => "&amp;"u8,
        ('<', _) => "&lt;"u8,
        ('>', _) => "&gt;"u8,
        ('"', _) => "&quot;"u8,
        ('\t', _) => "&#x9;"u8,
        ('\n', _) => "&#xA;"u8,
        ('\r', _) => "&#xD;"u8,
        _ => "\uFFFD"u8,
    };

    // The other characters XML forbids are ASCII and cost nothing to look for; these two have a pass of their own.
    // A surrogate without its other half needs none: the encoding makes it U+FFFD.
    private static string WithoutNonCharacters(string text) =>
        text.AsSpan().ContainsAnyInRange('\uFFFE', '\uFFFF')
            ? text.Replace('\uFFFE', '\uFFFD').Replace('\uFFFF', '\uFFFD')
            : text;

    private void Encode(ReadOnlySpan<char> text)
    {
        if (!text.IsEmpty)
        {
            buffer.Advance(Encoding.UTF8.GetBytes(text, buffer.GetSpan(Encoding.UTF8.GetMaxByteCount(text.Length))));
        }
    }
}
