namespace Newswire.Operations.Articles;

/// <summary>Which articles are looked through.</summary>
public enum ArticleShelf
{
    /// <summary>Those that readers see, by first publication.</summary>
    Published,

    /// <summary>Those that were seen and are withdrawn, erased or expired, by when they went; while their tombstones last.</summary>
    Gone,

    /// <summary>Those whose time is to come, by that time.</summary>
    Coming,
}
