namespace Newswire.WebPush.Notifying;

/// <summary>Ids in messages, one a line.</summary>
internal static class IdLines
{
    /// <summary>The ids in as many texts as they need.</summary>
    public static IEnumerable<string> Split(IEnumerable<string> ids, int maxLength)
    {
        List<string> lines = [];
        var length = 0;
        foreach (var id in ids)
        {
            if (length + id.Length + 1 > maxLength)
            {
                yield return string.Join('\n', lines);
                lines.Clear();
                length = 0;
            }

            lines.Add(id);
            length += id.Length + 1;
        }

        if (lines.Count > 0)
        {
            yield return string.Join('\n', lines);
        }
    }

    /// <summary>The ids in a text, each once.</summary>
    public static IReadOnlyList<string> Read(string text) =>
        [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal)];
}
