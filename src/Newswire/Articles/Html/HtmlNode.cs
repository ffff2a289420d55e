namespace Newswire.Articles.Html;

/// <summary>A piece of parsed markup: an element or a run of text.</summary>
internal abstract class HtmlNode;
