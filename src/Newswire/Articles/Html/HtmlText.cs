namespace Newswire.Articles.Html;

/// <summary>A run of text, its character references resolved and free of what XML forbids.</summary>
internal sealed class HtmlText(string text) : HtmlNode
{
    /// <summary>The characters.</summary>
    public string Text { get; } = text;
}
