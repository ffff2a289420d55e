using System.Collections.Frozen;

namespace Newswire.Articles.Html;

/// <summary>The elements a body is written in, by the names they have in the source.</summary>
internal static class BodyVocabulary
{
    /// <summary>Elements inside a line.</summary>
    public static readonly FrozenDictionary<string, string> Formats = Map(
        "a em strong b i u s sub sup small mark abbr time code q cite", ("strike", "s"), ("del", "s"), ("acronym", "abbr"), ("tt", "code"));

    /// <summary>Elements that stand apart; blocks not named here pass on their content only.</summary>
    public static readonly FrozenDictionary<string, string> Blocks = Map(
        "p h2 h3 h4 h5 h6 ul ol li dl dt dd blockquote pre hr table caption thead tbody tfoot tr th td", ("h1", "h2"), ("menu", "ul"));

    private static FrozenDictionary<string, string> Map(string same, params ReadOnlySpan<(string From, string To)> others)
    {
        var map = same.Split(' ').ToDictionary(name => name, StringComparer.Ordinal);
        foreach (var (from, to) in others)
        {
            map[from] = to;
        }

        return map.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
