namespace Newswire.Articles.Html;

/// <summary>An element of a clean body in which <see cref="PictureRemoval"/> is.</summary>
/// <param name="name">The element; empty for the body itself.</param>
/// <param name="keptBefore">How much was kept before it began.</param>
/// <param name="isUnwrapped">Whether its tags are left out and its content kept.</param>
internal sealed class OpenElement(string name, int keptBefore, bool isUnwrapped)
{
    public string Name => name;

    public int KeptBefore => keptBefore;

    public bool IsUnwrapped => isUnwrapped;

    /// <summary>Whether a reader sees anything in it.</summary>
    public bool IsFilled { get; set; }

    /// <summary>Whether a picture was taken out of it.</summary>
    public bool LostPicture { get; set; }

    /// <summary>Whether the last that was kept in it are words that stand in no block of their own.</summary>
    public bool EndsInWords { get; set; }

    /// <summary>Whether a picture stood behind such words: others must not run into them.</summary>
    public bool IsParted { get; set; }

    /// <summary>The picture that stands here instead, with a caption of its own or none; null if all stays as it is.</summary>
    public Picture? Instead { get; set; }

    /// <summary>
    /// A figure goes with its caption; what else held the picture goes if it held nothing more. An empty cell keeps the
    /// others in their columns.
    /// </summary>
    public bool LeavesWithPicture => LostPicture && (name == "figure" || (!IsFilled && name is not ("td" or "th")));
}
