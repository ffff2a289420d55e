using Newswire.Catalog;

namespace Newswire.Formats.Ninjs;

/// <summary>Which version of which article an item is of, and what holds for it beside the content.</summary>
public sealed record NinjsVersion
{
    /// <summary>The entry's permanent identity, see <see cref="EntryIdentity"/>; an absolute URI.</summary>
    public required string Id { get; init; }

    /// <summary>What the item is called inside another one, which demands it; null for one that stands alone.</summary>
    public string? Name { get; init; }

    /// <summary>The newsroom's own monotonic number of the content.</summary>
    public required long Version { get; init; }

    /// <summary>First publication; never moves. Of an article nobody could see yet: when its first version was received.</summary>
    public required DateTimeOffset FirstCreated { get; init; }

    /// <summary>The last edit a reader could see; of an item that is canceled, when the article went.</summary>
    public required DateTimeOffset VersionCreated { get; init; }

    /// <summary>
    /// The end of the embargo that the version is under: until then the item is withheld. Null for one that may be shown,
    /// also if it was under embargo once.
    /// </summary>
    public DateTimeOffset? EmbargoedUntil { get; init; }

    /// <summary>From this moment on nobody is to see the article; null when it stays.</summary>
    public DateTimeOffset? Expires { get; init; }

    /// <summary>How much the newsroom presses it. Default normal.</summary>
    public Priority Priority { get; init; }
}
