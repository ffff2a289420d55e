using CsCheck;

namespace Newswire.Tests.Formats;

/// <summary>Any text the domain lets in: characters XML 1.0 allows, and more often those that are easy to get wrong.</summary>
internal static class CleanText
{
    private static readonly Gen<string> Trap = Gen.OneOf(
        "]]>", "]]", ">", "<", "&", "\"", "'", "&amp;", "&#x26;", "<b>", "-->", "\n", "\r", "\r\n", "\t", " ", "😀",
        "\U0010FFFD", "é", "\u0085",
        "\u2028", "\uFFFD", "\uFEFF", "\u007F", "\\", "{");

    private static readonly Gen<string> Character = Gen.Int[0x20, 0x10FFFD]
        .Where(point => point is not (>= 0xD800 and <= 0xDFFF) && (point & 0xFFFE) != 0xFFFE)
        .Select(char.ConvertFromUtf32);

    public static readonly Gen<string> Any =
        Gen.Frequency((3, Trap), (2, Gen.Char.AlphaNumeric.Select(c => c.ToString())), (1, Character))
            .Array[0, 16]
            .Select(string.Concat);
}
