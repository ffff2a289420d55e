namespace Newswire.Importing;

/// <summary>Makes markup of text that is to be shown as it is.</summary>
internal static class Markup
{
    /// <summary>The text with the four characters escaped that mean something in HTML, and no others; null stays null.</summary>
    [return: System.Diagnostics.CodeAnalysis.NotNullIfNotNull(nameof(text))]
    public static string? Of(string? text) => text?
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal)
        .Replace("\"", "&quot;", StringComparison.Ordinal);
}
