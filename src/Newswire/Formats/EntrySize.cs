using Newswire.Articles;

namespace Newswire.Formats;

/// <summary>How much memory writing an entry asks for.</summary>
internal static class EntrySize
{
    // What stands around the body, and the names, captions and addresses of a usual article.
    private const int AroundTheBody = 4096;

    /// <summary>
    /// Enough for the body in one piece: a UTF-16 code unit becomes at most three bytes, and an encoder asks for that
    /// much before it writes.
    /// </summary>
    public static int Expected(Article article) => (article.Body.Length * 3) + AroundTheBody;
}
