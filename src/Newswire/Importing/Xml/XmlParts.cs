using System.Xml;
using System.Xml.Linq;

namespace Newswire.Importing.Xml;

/// <summary>
/// Reads a large XML document part by part: what stands in <c>rss</c>, <c>channel</c>, <c>feed</c> or <c>rdf:RDF</c> is one part
/// each, and never more than one is in memory. Nothing in the document makes it throw.
/// </summary>
internal static class XmlParts
{
    /// <summary>Characters of one part; the largest article has 4 MiB, and an export repeats some of it.</summary>
    public const int MaxCharacters = 16 * 1024 * 1024;

    /// <summary>How deep elements of one part may be nested; XHTML content is the deepest.</summary>
    public const int MaxDepth = 200;

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        CheckCharacters = false,
        CloseInput = true,
    };

    /// <summary>The parts in order.</summary>
    /// <param name="open">Opens the document.</param>
    /// <param name="charset">What the server calls its charset; null when nobody does.</param>
    public static IEnumerable<XmlPart> Read(Func<Stream> open, string? charset = null)
    {
        XmlReader? reader = null;
        Uri? scope = null;
        try
        {
            while (true)
            {
                XmlPart? part;
                try
                {
                    reader ??= XmlReader.Create(new LenientXmlText(open(), charset), Settings);
                    if (!reader.Read())
                    {
                        yield break;
                    }

                    part = Next(reader, ref scope);
                }
                catch (Exception exception) when (exception is XmlException or InvalidDataException)
                {
                    part = new XmlPart.Broken(Math.Max(1, (reader as IXmlLineInfo)?.LineNumber ?? 1), Reason(exception));
                }

                if (part is not null)
                {
                    yield return part;
                }

                if (part is XmlPart.Broken)
                {
                    yield break;
                }
            }
        }
        finally
        {
            reader?.Dispose();
        }
    }

    private static XmlPart? Next(XmlReader reader, ref Uri? scope)
    {
        if (reader.NodeType != XmlNodeType.Element)
        {
            return null;
        }

        if (!IsContainer(reader))
        {
            return ReadPart(reader, scope);
        }

        scope = XmlBase.Within(scope, reader.GetAttribute("xml:base"));
        return null;
    }

    private static bool IsContainer(XmlReader reader) =>
        reader.LocalName is "rss" or "feed" or "RDF" ? reader.Depth == 0 : reader is { LocalName: "channel", Depth: 1 };

    private static XmlPart ReadPart(XmlReader reader, Uri? scope)
    {
        var (line, name, depth, language) = (((IXmlLineInfo)reader).LineNumber, reader.LocalName, reader.Depth, reader.XmlLang);
        var builder = new PartBuilder(MaxCharacters, MaxDepth);
        if (!builder.TryRead(reader))
        {
            PassOver(reader, depth);
            return new XmlPart.PassedOver(name, line, builder.Fault);
        }

        var element = builder.Root;
        if (language.Length > 0)
        {
            element.SetAttributeValue(XNamespace.Xml + "lang", language);
        }

        if (XmlBase.Within(scope, element.Attribute(XmlBase.Name)?.Value) is { } here)
        {
            element.SetAttributeValue(XmlBase.Name, here.OriginalString);
        }

        return new XmlPart.Element(element, line);
    }

    /// <summary>Leaves the reader at the end of the element at this depth.</summary>
    private static void PassOver(XmlReader reader, int depth)
    {
        while (!(reader.Depth == depth && (reader.NodeType == XmlNodeType.EndElement || reader.IsEmptyElement)) && reader.Read())
        {
        }
    }

    private static string Reason(Exception exception) => exception switch
    {
        XmlException { Message: var message } when message.Contains("DTD", StringComparison.Ordinal) =>
            "The file has a document type declaration, which is not read; everything from here on is missing.",
        XmlException xml => $"The file is no XML from line {xml.LineNumber}, position {xml.LinePosition} on; everything behind is missing.",
        _ => "The compressed file ends or is damaged here; everything behind is missing.",
    };
}
