using System.Text;
using System.Xml;

namespace Newswire.Formats.Rss;

/// <summary>
/// The writer the formatter writes the channel with. It writes plain text as <see cref="XmlEscaping.Text"/> says, and
/// derives from the old <see cref="XmlTextWriter"/> because that is the one a class can derive from.
/// </summary>
internal sealed class RssTextWriter : XmlTextWriter
{
    private bool inAddress;

    // Line ends are fixed, because the default is the machine's and documents are the same on every machine.
    public RssTextWriter(Stream stream)
        : base(new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { NewLine = "\n" })
    {
        Formatting = Formatting.Indented;
        Indentation = 0;
    }

    public override void WriteStartElement(string? prefix, string localName, string? ns)
    {
        base.WriteStartElement(prefix, localName, ns);
        inAddress = localName is "link" or "url";
    }

    public override void WriteString(string? text)
    {
        // A carriage return written as it is would be read as a line feed.
        while (text is not null && text.AsSpan().IndexOfAny(inAddress ? "\r" : "&<\r") is >= 0 and var at)
        {
            base.WriteString(text[..at]);
            WriteCharEntity(text[at]);
            text = text[(at + 1)..];
        }

        base.WriteString(text);
    }
}
