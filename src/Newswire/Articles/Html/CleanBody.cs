namespace Newswire.Articles.Html;

/// <summary>A body made safe, with the pictures that stand in it.</summary>
/// <param name="Html">Sanitised HTML, all addresses absolute, no character that XML forbids; empty for an empty body.</param>
/// <param name="Pictures">The pictures in the body in reading order, each once, with all that is known of them.</param>
/// <param name="TooLarge">
/// True if the body would exceed <see cref="BodyHtml.MaxLengthBytes"/> or holds more than
/// <see cref="BodyHtml.MaxElements"/> elements. Then <paramref name="Html"/> and <paramref name="Pictures"/> are empty.
/// </param>
internal sealed record CleanBody(string Html, IReadOnlyList<Picture> Pictures, bool TooLarge = false)
{
    /// <summary>The picture above the article with all that the body tells of it; null if there is none.</summary>
    public Picture? Featured { get; init; }
}
