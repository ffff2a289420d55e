using System.Globalization;
using Newswire.Catalog;
using Newswire.Storage;

namespace Newswire.Projection;

/// <summary>Where the projection keeps what it derives.</summary>
public static class ObjectPaths
{
    /// <summary>The cursor.</summary>
    public static readonly ObjectPath Cursor = new(Containers.Projection, "cursor.json");

    /// <summary>The list of feeds.</summary>
    public static readonly ObjectPath FeedList = new(Containers.FeedsState, "feeds.json");

    /// <summary>The home page.</summary>
    public static readonly ObjectPath HomePage = new(Containers.Public, "index.html");

    /// <summary>A catalog line that could not be read.</summary>
    public static ObjectPath Rejected(Position position) => new(
        Containers.CatalogRejected, string.Create(CultureInfo.InvariantCulture, $"{position.Page:D10}-{position.Offset:D12}"));

    /// <summary>The current view of an article.</summary>
    public static ObjectPath View(string articleId) => new(Containers.Articles, articleId + ".json");

    /// <summary>The upper level of a feed's index.</summary>
    public static ObjectPath Directory(string feed) => new(Containers.FeedsState, feed + "/directory.json");

    /// <summary>A page of a feed's index.</summary>
    public static ObjectPath Page(string feed, string page) => new(Containers.FeedsState, $"{feed}/pages/{page}.json");

    /// <summary>A subscription document.</summary>
    public static ObjectPath Document(ReadOnlySpan<char> feed, ReadOnlySpan<char> extension) =>
        new(Containers.Public, $"feeds/{feed}.{extension}");
}
