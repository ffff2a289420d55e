namespace Newswire.Formats;

/// <summary>An element of an XML document that its format does not know, or knows and does not write for everybody.</summary>
/// <param name="Vocabulary">Whose word it is; null for the format's own.</param>
/// <param name="Name">Its name without a prefix.</param>
/// <param name="Text">Its text; null for none.</param>
public sealed record ForeignElement(XmlVocabulary? Vocabulary, string Name, string? Text = null)
{
    /// <summary>Its attributes, none of them in a namespace.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Attributes { get; init; } = [];

    /// <summary>The elements in it, behind the text.</summary>
    public IReadOnlyList<ForeignElement> Children { get; init; } = [];
}
