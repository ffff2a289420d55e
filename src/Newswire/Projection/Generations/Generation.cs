using System.Globalization;
using Newswire.Storage;

namespace Newswire.Projection.Generations;

/// <summary>
/// One of the projections that there may be side by side, each derived from the same catalog: the one that is served, one
/// that is being built, one that was served before.
/// </summary>
/// <param name="Number">Counted from 1, the one that comes into being by itself; a number is never given twice.</param>
public readonly record struct Generation(int Number)
{
    /// <summary>The one that there is before anything was ever rebuilt. Its objects have no prefix.</summary>
    public static readonly Generation First = new(1);

    /// <summary>What a projection is made of.</summary>
    public static readonly IReadOnlyList<string> ProjectedContainers =
        [Containers.Articles, Containers.FeedsState, Containers.Tombstones, Containers.Public, Containers.Projection];

    /// <summary>
    /// What the names of every other generation's objects begin with. No name of the projection begins with a tilde and has
    /// a slash behind it: feeds are made of slugs, and an article's id has no slash.
    /// </summary>
    internal const char Mark = '~';

    /// <summary>What the names of its objects begin with.</summary>
    public string Prefix => Number == First.Number ? "" : string.Create(CultureInfo.InvariantCulture, $"{Mark}{Number}/");

    /// <summary>Where an object lies in this generation; everything that is no part of a projection lies where it is.</summary>
    public ObjectPath Place(ObjectPath path) =>
        Number != First.Number && ProjectedContainers.Contains(path.Container, StringComparer.Ordinal)
            ? path with { Name = Prefix + path.Name }
            : path;
}
