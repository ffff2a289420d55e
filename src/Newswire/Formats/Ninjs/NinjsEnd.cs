namespace Newswire.Formats.Ninjs;

/// <summary>Why an item is canceled.</summary>
public enum NinjsEnd
{
    /// <summary>The newsroom has taken the article back.</summary>
    Withdrawn = 0,

    /// <summary>Its time was over, as its <c>expires</c> had announced.</summary>
    Expired = 1,

    /// <summary>It has to be erased wherever it is kept: legal takedown.</summary>
    Erased = 2,

    /// <summary>It is there for others, and no longer among what whoever asks may have.</summary>
    Removed = 3,
}
