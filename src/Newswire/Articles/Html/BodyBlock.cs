namespace Newswire.Articles.Html;

/// <summary>
/// A block <see cref="BodyWriter"/> is inside of. Its start tag is written with its first content, so that empty blocks
/// leave no trace.
/// </summary>
/// <param name="name">The published element; null for one that only sets its content apart, such as <c>div</c>.</param>
/// <param name="attributes">Its attributes as markup.</param>
/// <param name="isImplied">True for a paragraph the writer began itself around loose text.</param>
internal sealed class BodyBlock(string? name, string attributes = "", bool isImplied = false)
{
    public string? Name => name;

    public string Attributes => attributes;

    public bool IsImplied => isImplied;

    /// <summary>True while the start tag is written and the end tag is not.</summary>
    public bool IsWritten { get; set; }

    /// <summary>True once words stand in it: white space before them is dropped.</summary>
    public bool HasWords { get; set; }

    /// <summary>True if no other block may stand in it.</summary>
    public bool TakesWordsOnly => name is "p" or "h2" or "h3" or "h4" or "h5" or "h6" or "dt" or "pre" or "caption";
}
