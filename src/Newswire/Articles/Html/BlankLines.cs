namespace Newswire.Articles.Html;

/// <summary>Finds the blank lines that part the paragraphs of plain text.</summary>
internal static class BlankLines
{
    /// <summary>Where the next blank line begins and what follows it begins; null if there is none.</summary>
    public static (int End, int Next)? Next(string text, int from)
    {
        for (var at = text.IndexOf('\n', from); at >= 0; at = text.IndexOf('\n', at + 1))
        {
            var next = at + 1;
            while (next < text.Length && text[next] is ' ' or '\t' or '\r')
            {
                next++;
            }

            if (next < text.Length && text[next] == '\n')
            {
                return (at, next + 1);
            }
        }

        return null;
    }
}
