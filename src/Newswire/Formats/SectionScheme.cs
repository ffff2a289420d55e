namespace Newswire.Formats;

/// <summary>
/// What tells a section from a topic where both are categories: the scheme of RFC 4287 §4.2.2.2, the domain of RSS.
/// </summary>
internal static class SectionScheme
{
    private const string Tag = "tag:";

    /// <summary>
    /// The scheme of the publication that the entry is of, since sections are its own:
    /// <c>tag:news.example,2026:sections/</c>, no article's identity because of the slash.
    /// </summary>
    public static string Of(Entry entry) => entry.Id[..(entry.Id.IndexOf(':', Tag.Length) + 1)] + "sections/";
}
