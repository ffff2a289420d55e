using System.Text.Json.Serialization;
using Newswire.Articles;

namespace Newswire.Catalog;

/// <summary>
/// One accepted act on one article; a line of the catalog. A change is a fact about the article, complete in itself:
/// applying it twice, or in another order than others, comes to the same.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "change")]
[JsonDerivedType(typeof(Publish), "publish")]
[JsonDerivedType(typeof(Withdraw), "withdraw")]
public abstract record Change
{
    private Change()
    {
    }

    /// <summary>The article's id as the newsroom gave it.</summary>
    public required string ArticleId { get; init; }

    /// <summary>
    /// When the change was accepted, by the clock of the process that accepted it. Decides between changes that
    /// <see cref="Publish.Version"/> does not tell apart.
    /// </summary>
    public required DateTimeOffset Received { get; init; }

    /// <summary>The article is published, for the first time or again with other content.</summary>
    public sealed record Publish : Change
    {
        /// <summary>
        /// The newsroom's own monotonic number of this content. Where it sent none: <c>updated</c>, or else
        /// <see cref="Change.Received"/>, in milliseconds since 1970.
        /// </summary>
        public required long Version { get; init; }

        /// <summary>The publication date as sent with this version.</summary>
        public required DateTimeOffset Published { get; init; }

        /// <summary>The date of the edit as sent with this version; null when none was sent.</summary>
        public DateTimeOffset? Updated { get; init; }

        /// <summary>The content.</summary>
        public required Article Article { get; init; }
    }

    /// <summary>The article is taken back: it leaves every document until a newer version is published.</summary>
    public sealed record Withdraw : Change
    {
        /// <summary>
        /// Withdraws every version up to this one; null withdraws every version that was received before.
        /// </summary>
        public long? ThroughVersion { get; init; }
    }
}
