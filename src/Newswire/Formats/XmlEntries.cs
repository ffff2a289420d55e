namespace Newswire.Formats;

/// <summary>Finds the entries in a document of XML.</summary>
/// <remarks>
/// By their tags and not by an XML reader, which knows lines and columns but no offsets. That is exact: a <c>&lt;</c>
/// that begins no markup stands in no document of ours but in CDATA sections, and those are skipped.
/// </remarks>
internal static class XmlEntries
{
    /// <summary>Where they are, in their order.</summary>
    /// <param name="document">A well-formed document without comments.</param>
    /// <param name="element">The element's name, without a prefix; no such element holds another.</param>
    public static IReadOnlyList<Range> Find(ReadOnlySpan<byte> document, ReadOnlySpan<byte> element)
    {
        var entries = new List<Range>();
        var start = 0;
        var at = 0;
        for (int next; (next = document[at..].IndexOf((byte)'<')) >= 0;)
        {
            at += next + 1;
            var markup = document[at..];
            if (markup.StartsWith("![CDATA["u8))
            {
                var end = markup.IndexOf("]]>"u8);
                at = end < 0 ? document.Length : at + end;
            }
            else if (IsTag(markup, element))
            {
                start = at - 1;
            }
            else if (markup.StartsWith("/"u8) && IsTag(markup[1..], element))
            {
                entries.Add(start..(at + 1 + element.Length + 1));
            }
        }

        return entries;
    }

    private static bool IsTag(ReadOnlySpan<byte> markup, ReadOnlySpan<byte> element) =>
        markup.StartsWith(element) && markup.Length > element.Length && markup[element.Length] is (byte)'>' or (byte)' ';
}
