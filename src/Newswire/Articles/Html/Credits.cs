using System.Text.RegularExpressions;

namespace Newswire.Articles.Html;

/// <summary>Reads who made a picture and who lent it from the lines newsrooms print under pictures.</summary>
internal static class Credits
{
    private const int LongestTail = 200;
    private const int MaxNames = 32;

    private const string Labels =
        @"((featured|main|lead|cover|hero)\s+)?((image|photo|photograph|photography|picture|pic)s?(\s+credits?)?(\s+by\s+)?\s*(:|©)"
        + @"|credits?\s*:|source\s*:|copyright\s*(:|©)|©|\(c\))";

    private static readonly Regex Label = Linear(@"^(" + Labels + @"|(image|photo|photograph|picture)s?\s+by\b|copyright\b)\s*:?\s*(by\s+)?");

    // "by" needs a new sentence before and a name after: people also pose for a photo by the sea.
    private static readonly Regex LabelledTail = Linear(
        @"(^|[\s(\[.!?])(" + Labels + @"\s*(by\s+)?|(?-i:(Image|Photo|Photograph|Picture)s? by\s+))(?<credits>[^:.!?()\[\]]{2,120})[.)\]]*$");

    private static readonly Regex BracketTail = Linear(@"\((?<credits>[^()]{2,100})\)\.?$");

    private static readonly Regex NameList = Linear(
        @"^(?-i:\p{Lu}[\p{L}\p{N}.&'’-]*( (\p{Lu}[\p{L}\p{N}.&'’-]*|de|da|van|von|der|del|la|le|bin|al)){0,3})$");

    private static readonly Regex Agency = Linear(
        "^(ap|afp|epa|pa|pa media|pa wire|pa images|reuters|alamy|alamy stock photo|getty|getty images|shutterstock|rex"
        + "|rex features|xinhua|ansa|dpa|tass|bloomberg|press association|associated press|zuma|istock|swns)$");

    private static readonly Regex CompanySuffix = Linear(@"^(inc|ltd|llc|plc|gmbh|jr|sr|co|corp)\.?$");

    /// <summary>
    /// One name each, in printed order, without labels such as "Photo:". Names are kept whole: "Getty Images",
    /// "Marks and Spencer". Commas separate only what is clearly a list of names.
    /// </summary>
    public static IReadOnlyList<string> Split(string credits)
    {
        var line = WithoutLabel(PlainText.OneLine(credits));
        List<string> parts = [.. Parts(line).Select(WithoutLabel).Where(part => part.Length > 0).Take(MaxNames)];
        IEnumerable<string> names = parts is [var only] ? AtCommas(only) : parts;
        return [.. names.Distinct(StringComparer.Ordinal)];
    }

    /// <summary>Takes a credit off the end of a caption: "…at dawn. Photo: X / Y", "…at dawn (X/Y)".</summary>
    public static (string Caption, IReadOnlyList<string> Credits) TakeFrom(string caption)
    {
        var start = Math.Max(0, caption.Length - LongestTail);
        var tail = caption[start..];
        var match = LabelledTail.Match(tail);
        if (!match.Success)
        {
            match = BracketTail.Match(tail);
            if (!match.Success || !IsCreditInBrackets(match.Groups["credits"].Value))
            {
                return (caption, []);
            }
        }

        // The pattern takes the stop before a label as its own; it belongs to the caption.
        var before = caption[..(start + match.Index + (match.Length > 0 && match.Value[0] is '.' or '!' or '?' ? 1 : 0))];
        return (before.TrimEnd(' ', '(', '[', '|', '-', '–', '—', '/', '·', '•'), Split(match.Groups["credits"].Value));
    }

    private static bool IsCreditInBrackets(string text) =>
        Agency.IsMatch(text.Trim()) || (Parts(text).Count() > 1 && Parts(text).All(part => NameList.IsMatch(part.Trim())));

    private static string WithoutLabel(string text)
    {
        while (true)
        {
            var rest = text.Trim(' ', ',', '\u00a0');
            rest = rest is ['(', .., ')'] && rest.IndexOf(')', StringComparison.Ordinal) == rest.Length - 1 ? rest[1..^1] : rest;
            rest = rest.Length > LongestTail ? rest : Label.Replace(rest, "");
            if (rest == text)
            {
                return text;
            }

            text = rest;
        }
    }

    private static IEnumerable<string> Parts(string line)
    {
        var from = 0;
        var spacedOnly = line.Contains("://", StringComparison.Ordinal);
        for (var i = 0; i < line.Length; i++)
        {
            var length = SeparatorAt(line, i, spacedOnly);
            if (length > 0)
            {
                yield return line[from..i];
                from = i + length;
                i = from - 1;
            }
        }

        yield return line[from..];
    }

    private static int SeparatorAt(string line, int i, bool spacedOnly)
    {
        switch (line[i])
        {
            case '|' or ';' or '•':
                return 1;
            case '/' when spacedOnly:
                return i > 0 && i + 1 < line.Length && line[i - 1] == ' ' && line[i + 1] == ' ' ? 1 : 0;
            case '/':
                return i > 0 && i + 1 < line.Length && char.IsAsciiDigit(line[i - 1]) && char.IsAsciiDigit(line[i + 1]) ? 0 : 1;
            case ' ':
                return string.Compare(line, i, " via ", 0, 5, StringComparison.OrdinalIgnoreCase) == 0 ? 5 : 0;
            default:
                return 0;
        }
    }

    private static string[] AtCommas(string line)
    {
        string[] parts = line.Split(", ", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var isList = parts.Length > 1 && line.Length <= LongestTail
            && parts.All(part => (NameList.IsMatch(part) || Agency.IsMatch(part)) && !CompanySuffix.IsMatch(part))
            && parts.All(part => part.Contains(' ', StringComparison.Ordinal) || Agency.IsMatch(part));
        return isList ? parts : [line];
    }

    private static Regex Linear(string pattern) => new(
        pattern,
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture);
}
