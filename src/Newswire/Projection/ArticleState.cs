using Newswire.Articles;
using Newswire.Catalog;

namespace Newswire.Projection;

/// <summary>What readers are to see of an article at one moment.</summary>
public abstract record ArticleState
{
    private ArticleState()
    {
    }

    /// <summary>Nothing: it never was to be seen, nor is it to come.</summary>
    public sealed record Hidden : ArticleState;

    /// <summary>Nothing yet: its time is to come.</summary>
    /// <param name="Version">The number of the version they will see.</param>
    /// <param name="From">From when on.</param>
    /// <param name="Article">The content.</param>
    public sealed record Scheduled(long Version, DateTimeOffset From, Article Article) : ArticleState
    {
        /// <inheritdoc cref="KnownVersion.Embargo"/>
        public DateTimeOffset? Embargo { get; init; }

        /// <inheritdoc cref="KnownVersion.Expires"/>
        public DateTimeOffset? Expires { get; init; }
    }

    /// <summary>The article.</summary>
    /// <param name="Version">The number of the version they see.</param>
    /// <param name="Published">First publication; never moves.</param>
    /// <param name="Updated">The last edit a reader could see; never before <paramref name="Published"/>.</param>
    /// <param name="Article">The content.</param>
    public sealed record Visible(long Version, DateTimeOffset Published, DateTimeOffset Updated, Article Article) : ArticleState
    {
        /// <summary>From when on readers could see this version: not before it was received.</summary>
        public required DateTimeOffset Shown { get; init; }

        /// <inheritdoc cref="KnownVersion.Priority"/>
        public Priority Priority { get; init; }

        /// <inheritdoc cref="KnownVersion.Notify"/>
        public bool? Notify { get; init; }

        /// <inheritdoc cref="KnownVersion.Embargo"/>
        public DateTimeOffset? Embargo { get; init; }

        /// <inheritdoc cref="KnownVersion.Expires"/>
        public DateTimeOffset? Expires { get; init; }
    }

    /// <summary>That it is gone: withdrawn, erased or expired, having been there.</summary>
    /// <param name="When">When it went.</param>
    /// <param name="Article">What they saw last; null when that was erased.</param>
    public sealed record Gone(DateTimeOffset When, Article? Article) : ArticleState;
}
