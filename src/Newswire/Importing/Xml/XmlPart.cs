using System.Xml.Linq;

namespace Newswire.Importing.Xml;

/// <summary>One part of a large XML document.</summary>
internal abstract record XmlPart
{
    private XmlPart()
    {
    }

    /// <summary>An element with all that is in it.</summary>
    /// <param name="Value">The element, with the <c>xml:base</c> and <c>xml:lang</c> that hold for it as attributes of its own.</param>
    /// <param name="Line">The line it begins in.</param>
    public sealed record Element(XElement Value, int Line) : XmlPart;

    /// <summary>An element that was passed over.</summary>
    /// <param name="Name">Its local name.</param>
    /// <param name="Line">The line it begins in.</param>
    /// <param name="Reason">Why, as a sentence.</param>
    public sealed record PassedOver(string Name, int Line, string Reason) : XmlPart;

    /// <summary>From here on the document cannot be read; the last part.</summary>
    /// <param name="Line">The line up to which it can be.</param>
    /// <param name="Reason">Why not, as a sentence.</param>
    public sealed record Broken(int Line, string Reason) : XmlPart;
}
