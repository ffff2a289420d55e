namespace Newswire.Formats;

/// <summary>What the feeds of a group have in common; in the order in which lists show them.</summary>
internal enum FeedGroupKind
{
    /// <summary>The feed of all articles.</summary>
    Latest,

    /// <summary>Feeds a newsroom has defined.</summary>
    Selections,

    /// <summary>One feed a topic.</summary>
    Topics,

    /// <summary>One feed an author.</summary>
    Authors,
}
