using Newswire.Articles;
using Newswire.Feeds;

namespace Newswire.Formats;

/// <summary>The running text of an entry as HTML: body, standfirst and correction.</summary>
/// <remarks>
/// The correction stands at the end, where papers print it, in a paragraph of its own and without a word before it: the
/// newsroom's sentence says what it is, in the article's language, and a label of ours would be in another.
/// </remarks>
internal static class EntryText
{
    /// <summary>The body with the correction after it; null when the entry carries no body.</summary>
    public static string? Full(Article article, EntryContent content) =>
        content == EntryContent.Full && article.Body.Length > 0 ? article.Body + Correction(article) : null;

    /// <summary>The standfirst with the correction after it; empty when there is neither.</summary>
    public static string Brief(Article article) =>
        (article.Standfirst is { } standfirst ? $"<p>{Escape(standfirst)}</p>" : "") + Correction(article);

    /// <summary>
    /// The summary where it must be HTML, because the correction is to be read and there is no body it could stand
    /// under; otherwise null, and the standfirst is all there is to say.
    /// </summary>
    public static string? Summary(Article article, EntryContent content) =>
        article.Correction is not null && Full(article, content) is null ? Brief(article) : null;

    private static string Correction(Article article) =>
        article.Correction is { } correction ? $"<p><em>{Escape(correction)}</em></p>" : "";

    // Not WebUtility.HtmlEncode, which makes references of letters too.
    private static string Escape(string text) => text
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal);
}
