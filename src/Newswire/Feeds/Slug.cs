using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Newswire.Feeds;

/// <summary>The part of a feed's name that is made from a topic's or an author's name.</summary>
public static class Slug
{
    /// <summary>The most characters of a slug.</summary>
    public const int MaxLength = 80;

    /// <summary>
    /// Latin letters and the plain ones they are written as. A table, because string normalisation needs data files
    /// that not every machine has, and a feed's name must be the same on all of them.
    /// </summary>
    private static readonly Dictionary<int, string> Unaccented = new (string Plain, string Accented)[]
    {
        ("a", "àáâãäåāăą"), ("ae", "æ"), ("c", "çćĉċč"), ("d", "ďđð"), ("e", "èéêëēĕėęě"), ("g", "ĝğġģ"), ("h", "ĥħ"),
        ("i", "ìíîïĩīĭįı"), ("ij", "ĳ"), ("j", "ĵ"), ("k", "ķ"), ("l", "ĺļľŀł"), ("n", "ñńņňŉŋ"), ("o", "òóôõöøōŏő"),
        ("oe", "œ"), ("r", "ŕŗř"), ("s", "śŝşšſ"), ("ss", "ß"), ("t", "ţťŧ"), ("th", "þ"), ("u", "ùúûüũūŭůűų"),
        ("w", "ŵ"), ("y", "ýÿŷ"), ("z", "źżž"),
    }.SelectMany(row => row.Accented, (row, letter) => (letter, row.Plain)).ToDictionary(pair => (int)pair.letter, pair => pair.Plain);

    /// <summary>
    /// Letters and digits of any script in lower case, Latin accents dropped, everything else one hyphen:
    /// "UK News" gives <c>uk-news</c>, "Côte d’Ivoire" <c>cote-d-ivoire</c>, "日本" stays. A name too long ends in a
    /// piece of its hash, so that two long names stay two feeds; a name without letter or digit is its hash alone.
    /// </summary>
    public static string From(string name)
    {
        var slug = new StringBuilder(name.Length);
        var afterLatin = false;
        foreach (var rune in name.EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune))
            {
                var lower = Rune.ToLowerInvariant(rune);
                slug.Append(Unaccented.TryGetValue(lower.Value, out var plain) ? plain : lower.ToString());
                afterLatin = rune.Value < 0x250;
            }
            else if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark)
            {
                // In Latin an accent; in other scripts often a vowel, without which the word is another.
                slug.Append(afterLatin ? "" : rune.ToString());
            }
            else if (slug.Length > 0 && slug[^1] != '-')
            {
                slug.Append('-');
            }
        }

        var text = slug.ToString().Trim('-');
        if (text.Length is > 0 and <= MaxLength)
        {
            return text;
        }

        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, 6));
        return text.Length == 0 ? hash : $"{Cut(text, MaxLength - hash.Length - 1)}-{hash}";
    }

    private static string Cut(string text, int length) =>
        text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)].TrimEnd('-');
}
