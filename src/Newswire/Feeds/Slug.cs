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
    /// Letters and digits of any script in lower case, Latin accents dropped, everything else one hyphen:
    /// "UK News" gives <c>uk-news</c>, "Côte d’Ivoire" <c>cote-d-ivoire</c>, "日本" stays. A name too long ends in a
    /// piece of its hash, so that two long names stay two feeds; a name without letter or digit is its hash alone.
    /// </summary>
    public static string From(string name)
    {
        var slug = new StringBuilder(name.Length);
        var lastWasLatin = false;
        foreach (var rune in name.Normalize(NormalizationForm.FormKD).EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune))
            {
                slug.Append(Rune.ToLowerInvariant(rune));
                lastWasLatin = rune.Value < 0x250;
            }
            else if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark)
            {
                // In Latin an accent; in other scripts often a vowel, without which the word is another.
                if (!lastWasLatin)
                {
                    slug.Append(rune);
                }
            }
            else if (slug.Length > 0 && slug[^1] != '-')
            {
                slug.Append('-');
            }
        }

        var text = slug.ToString().Normalize(NormalizationForm.FormC).Trim('-');
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
