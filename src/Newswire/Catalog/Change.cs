using System.Text.Json.Serialization;
using Newswire.Articles;
using Newswire.Feeds;

namespace Newswire.Catalog;

/// <summary>
/// One accepted act of the newsroom, on an article, a feed or a contract; a line of the catalog. A change is a fact complete in
/// itself: applying it twice, or in another order than others, comes to the same.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "change")]
[JsonDerivedType(typeof(Publish), "publish")]
[JsonDerivedType(typeof(Withdraw), "withdraw")]
[JsonDerivedType(typeof(EraseArticle), "erase")]
[JsonDerivedType(typeof(Erased), "erased")]
[JsonDerivedType(typeof(DefineFeed), "feed")]
[JsonDerivedType(typeof(DefineContract), "contract")]
public abstract record Change
{
    private Change()
    {
    }

    /// <summary>
    /// When the change was accepted, by the clock of the process that accepted it. Decides between changes that
    /// <see cref="Publish.Version"/> does not tell apart.
    /// </summary>
    public required DateTimeOffset Received { get; init; }

    /// <summary>A change of an article.</summary>
    public abstract record OfArticle : Change
    {
        private protected OfArticle()
        {
        }

        /// <summary>The article's id as the newsroom gave it.</summary>
        public required string ArticleId { get; init; }
    }

    /// <summary>The article is published, for the first time or again with other content.</summary>
    public sealed record Publish : OfArticle
    {
        /// <summary>
        /// The newsroom's own monotonic number of this content. Where it sent none: <c>updated</c>, or else
        /// <see cref="Change.Received"/>, in milliseconds since 1970.
        /// </summary>
        public required long Version { get; init; }

        /// <summary>The publication date as sent with this version. Before it nobody sees this version.</summary>
        public required DateTimeOffset Published { get; init; }

        /// <summary>The date of the edit as sent with this version; null when none was sent.</summary>
        public DateTimeOffset? Updated { get; init; }

        /// <summary>Nobody sees this version before this moment; null when <see cref="Published"/> alone decides.</summary>
        public DateTimeOffset? Embargo { get; init; }

        /// <summary>From when on readers see this version: the later of <see cref="Published"/> and <see cref="Embargo"/>.</summary>
        [JsonIgnore]
        public DateTimeOffset ShownFrom => Embargo is { } embargo && embargo > Published ? embargo : Published;

        /// <summary>From this moment on nobody sees the article; null when it stays.</summary>
        public DateTimeOffset? Expires { get; init; }

        /// <summary>
        /// Whether the edit is none that a reader should be told about: it moves no date. Default false.
        /// </summary>
        public bool Silent { get; init; }

        /// <summary>How much a notification of it presses. Default normal.</summary>
        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
        public Priority Priority { get; init; }

        /// <summary>
        /// Whether readers who asked for notifications are told of this version. Null: of the first publication, not of
        /// edits. False: not even of that. True: of this edit, too.
        /// </summary>
        public bool? Notify { get; init; }

        /// <summary>The content.</summary>
        public required Article Article { get; init; }
    }

    /// <summary>The article is taken back: it leaves every document until a newer version is published.</summary>
    public sealed record Withdraw : OfArticle
    {
        /// <summary>
        /// Withdraws every version up to this one; null withdraws every version that was received before.
        /// </summary>
        public long? ThroughVersion { get; init; }
    }

    /// <summary>
    /// Every version received so far is taken back and its content is erased wherever Newswire keeps it, the catalog
    /// included: legal takedown.
    /// </summary>
    public sealed record EraseArticle : OfArticle
    {
        /// <summary>The feeds that carried the article and have to say that it is gone.</summary>
        public IReadOnlyList<string> Feeds { get; init => field = value ?? []; } = [];
    }

    /// <summary>
    /// What the line of a <see cref="Publish"/> has become once its content was erased: the version was there, and that
    /// is all. No newsroom sends it.
    /// </summary>
    public sealed record Erased : OfArticle
    {
        /// <inheritdoc cref="Publish.Version"/>
        public required long Version { get; init; }

        /// <inheritdoc cref="Publish.Published"/>
        public required DateTimeOffset Published { get; init; }

        /// <inheritdoc cref="Publish.Embargo"/>
        public DateTimeOffset? Embargo { get; init; }
    }

    /// <summary>
    /// A feed is defined, defined anew, or retired. Of several definitions of one feed the one received last holds.
    /// </summary>
    public sealed record DefineFeed : Change
    {
        /// <summary>The feed.</summary>
        public required FeedDefinition Feed { get; init; }
    }

    /// <summary>
    /// What a partner may have from now on. It stands between the changes of articles because a partner is told of every
    /// article that a contract gives or takes, in one order with everything else it is told. Of several contracts of one
    /// partner the one received last holds.
    /// </summary>
    public sealed record DefineContract : Change
    {
        /// <summary>The partner's name, one slug.</summary>
        public required string Partner { get; init; }

        /// <summary>The feeds it may read, as they were named when it was given them.</summary>
        public IReadOnlyList<string> Feeds { get; init => field = value ?? []; } = [];

        /// <summary>How long before the end of an embargo it gets an article; null for not before readers do.</summary>
        public TimeSpan? EarlyAccess { get; init; }

        /// <summary>Whether the contract is over: the partner may have nothing, and is told nothing any more.</summary>
        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
        public bool Ended { get; init; }
    }
}
