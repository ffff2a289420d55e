namespace Newswire.Formats;

/// <summary>An XML namespace with the prefix its elements have in our documents; see <see cref="Namespaces"/>.</summary>
/// <param name="Prefix">The prefix.</param>
/// <param name="Uri">The namespace's name.</param>
public sealed record XmlVocabulary(string Prefix, string Uri);
