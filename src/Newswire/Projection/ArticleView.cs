using System.Text.Json.Serialization;
using Newswire.Articles;
using Newswire.Catalog;
using Newswire.Feeds;

namespace Newswire.Projection;

/// <summary>
/// The current state of one article: all its changes folded into one. It depends on the set of the changes only, not on
/// their order or repetition; <see cref="Reflects"/> alone says how far the catalog was read.
/// </summary>
public sealed record ArticleView
{
    /// <summary>How many versions are remembered exactly; see <see cref="ArticleFold"/>.</summary>
    public const int MaxVersions = 64;

    /// <summary>The article's id.</summary>
    public required string Id { get; init; }

    /// <summary>Behind the last change of this article that is folded in.</summary>
    public required Position Reflects { get; init; }

    /// <summary>The content of the newest version; null when only withdrawals are known.</summary>
    public Article? Article { get; init; }

    /// <summary>The versions, ascending by key.</summary>
    public IReadOnlyList<KnownVersion> Versions { get; init => field = value ?? []; } = [];

    /// <summary>The oldest version ever seen, which fixes the date of first publication.</summary>
    public KnownVersion? First { get; init; }

    /// <summary>Every version up to this one is withdrawn.</summary>
    public long? WithdrawnThroughVersion { get; init; }

    /// <summary>Every version received up to this moment is withdrawn.</summary>
    public DateTimeOffset? WithdrawnThroughReceived { get; init; }

    /// <summary>The newest version; null when only withdrawals are known.</summary>
    [JsonIgnore]
    public KnownVersion? Newest => Versions.Count > 0 ? Versions[^1] : null;

    /// <summary>Whether the newest version is withdrawn. In doubt (the same instant) a withdrawal wins.</summary>
    [JsonIgnore]
    public bool IsWithdrawn =>
        Newest is { } newest
            ? newest.Key.Version <= WithdrawnThroughVersion || newest.Key.Received <= WithdrawnThroughReceived
            : WithdrawnThroughVersion is not null || WithdrawnThroughReceived is not null;

    /// <summary>Whether readers see the article.</summary>
    [JsonIgnore]
    public bool IsVisible => Article is not null && !IsWithdrawn;

    /// <summary>The date of first publication; it never moves with an edit.</summary>
    [JsonIgnore]
    public DateTimeOffset Published => First!.Published;

    /// <summary>
    /// The date of the last edit that a reader can see: of the version that brought today's content, not of later ones
    /// that repeated it. A version without a date counts from its receipt, the first one from its publication.
    /// </summary>
    [JsonIgnore]
    public DateTimeOffset Updated
    {
        get
        {
            var brought = Versions[^1];
            foreach (var version in Versions.Reverse().TakeWhile(version => version.Content == Versions[^1].Content))
            {
                brought = version;
            }

            var updated = brought.Updated ?? (brought.Key == First!.Key ? Published : brought.Key.Received);
            return updated > Published ? updated : Published;
        }
    }

    /// <summary>Where the article stands in its feeds.</summary>
    [JsonIgnore]
    public EntryKey Key => new(Published, Id);
}
