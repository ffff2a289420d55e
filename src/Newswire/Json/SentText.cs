using Newswire.Articles.Html;

namespace Newswire.Json;

/// <summary>Makes plain text of what was sent, and says where there is too much of it.</summary>
/// <param name="faults">Where faults are added.</param>
internal sealed class SentText(List<Fault> faults)
{
    /// <summary>One line of plain text; null when nothing remains.</summary>
    public string? Line(string pointer, string? raw, int max)
    {
        var line = PlainText.OrNull(raw);
        if (line?.Length > max)
        {
            faults.Add(new Fault(pointer, $"Must have at most {max} characters; it has {line.Length}."));
        }

        return line;
    }

    /// <summary>Names, each once; those without text are left out.</summary>
    public IReadOnlyList<string> Names(string pointer, IReadOnlyList<string> names, int max, int maxLength)
    {
        AtMost(pointer, names.Count, max, "names");
        return [.. names
            .Take(max)
            .Select((name, i) => Line($"{pointer}/{i}", name, maxLength))
            .OfType<string>()
            .Distinct(StringComparer.Ordinal)];
    }

    /// <summary>Whether there are not too many.</summary>
    public void AtMost(string pointer, int count, int max, string what)
    {
        if (count > max)
        {
            faults.Add(new Fault(pointer, $"Must be at most {max} {what}; there are {count}."));
        }
    }
}
