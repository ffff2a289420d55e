using System.Globalization;
using System.Net;
using System.Runtime.CompilerServices;
using System.Text;

namespace Newswire.Formats.Html;

/// <summary>
/// Writes a page. What stands in the code is markup; whatever is put into it is text and is encoded on the way, for
/// an element's content and for a quoted attribute alike, so that encoding cannot be forgotten.
/// </summary>
internal sealed class HtmlMarkup
{
    private readonly StringBuilder html = new();

    /// <summary>Markup with texts in it.</summary>
    /// <remarks>The pieces were written when the string was made.</remarks>
    public HtmlMarkup Write([InterpolatedStringHandlerArgument("")] in Piece piece) => this;

    /// <summary>Markup with texts in it, and the end of the line.</summary>
    public void WriteLine([InterpolatedStringHandlerArgument("")] in Piece piece) => html.Append('\n');

    /// <summary>Markup that was not written here.</summary>
    public void WriteRaw(string markup) => html.Append(markup);

    /// <summary>The page as UTF-8.</summary>
    public byte[] ToUtf8() => Encoding.UTF8.GetBytes(html.ToString());

    // A carriage return written as it is would be read as a line feed (HTML §13.2.3.5).
    private static string Encode(string text) =>
        WebUtility.HtmlEncode(XmlCharacters.Clean(text)).Replace("\r", "&#13;", StringComparison.Ordinal);

    /// <summary>What the compiler makes of an interpolated string.</summary>
    [InterpolatedStringHandler]
    public readonly ref struct Piece
    {
        private readonly StringBuilder html;

        /// <summary>Begins a piece of the page.</summary>
        public Piece(int literalLength, int formattedCount, HtmlMarkup page)
        {
            html = page.html;
            html.EnsureCapacity(html.Length + literalLength + formattedCount);
        }

        /// <summary>Markup.</summary>
        public void AppendLiteral(string markup) => html.Append(markup);

        /// <summary>Text.</summary>
        public void AppendFormatted(string text) => html.Append(Encode(text));

        /// <summary>A number.</summary>
        public void AppendFormatted(int number) => html.Append(CultureInfo.InvariantCulture, $"{number}");
    }
}
