using System.Xml.Linq;

namespace Newswire.Tests.Partners.Profiles;

/// <summary>An entry as a partner's program would read it from a document. What the document does not say is null.</summary>
internal sealed record ReadArticle(string? Id)
{
    public string? Title { get; init; }

    public string? Link { get; init; }

    public string? Summary { get; init; }

    public string? Body { get; init; }

    public DateTimeOffset Published { get; init; }

    public DateTimeOffset Updated { get; init; }

    public IReadOnlyList<string> Creators { get; init; } = [];

    public string? Rights { get; init; }

    public string? Publisher { get; init; }

    public string? EnclosureUrl { get; init; }

    public string? EnclosureType { get; init; }

    public long? EnclosureLength { get; init; }

    /// <summary>The entry itself in XML.</summary>
    public XElement? Element { get; init; }
}
