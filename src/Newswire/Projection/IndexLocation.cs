using Newswire.Storage;

namespace Newswire.Projection;

/// <summary>Where an index by time is kept: its directory, and its pages by name.</summary>
/// <param name="Container">The container.</param>
/// <param name="Name">What is indexed.</param>
public readonly record struct IndexLocation(string Container, string Name)
{
    /// <summary>What is to be looked at again, and when.</summary>
    public static readonly IndexLocation Schedule = new(Containers.Projection, "schedule");

    /// <summary>
    /// What a rebuild found otherwise than it was when it was last changed: gone, never shown, or released meanwhile. By the
    /// moment of that.
    /// </summary>
    public static readonly IndexLocation Turned = new(Containers.Projection, "turned");

    /// <summary>The upper level.</summary>
    public ObjectPath Directory => new(Container, Name + "/directory.json");

    /// <summary>The entries of a feed, by publication.</summary>
    public static IndexLocation Entries(string feed) => new(Containers.FeedsState, feed);

    /// <summary>The entries that have gone from a feed, by the time they went.</summary>
    public static IndexLocation Tombstones(string feed) => new(Containers.Tombstones, feed);

    /// <summary>A page of the lower level.</summary>
    public ObjectPath Page(string page) => new(Container, $"{Name}/pages/{page}.json");
}
