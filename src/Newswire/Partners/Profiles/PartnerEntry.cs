using Newswire.Articles;
using Newswire.Catalog;
using Newswire.Feeds;
using Newswire.Formats;
using Newswire.Formats.Ninjs;
using Newswire.Projection;

namespace Newswire.Partners.Profiles;

/// <summary>An article as a partner gets it, before its profile has had a say.</summary>
/// <param name="Id">The permanent identity, a <c>tag:</c> URI; see <see cref="Formats.EntryIdentity"/>.</param>
/// <param name="Version">The newsroom's own monotonic number.</param>
/// <param name="Published">First publication; never moves.</param>
/// <param name="Updated">The last edit a reader could see; never before <paramref name="Published"/>.</param>
/// <param name="Content">The content that may be passed on.</param>
public sealed record PartnerEntry(
    string Id, long Version, DateTimeOffset Published, DateTimeOffset Updated, SyndicatedArticle Content)
{
    /// <summary>From this moment on nobody is to see the article; null when it stays.</summary>
    public DateTimeOffset? Expires { get; init; }

    /// <summary>The end of the embargo the article is still under; null when it may be shown.</summary>
    public DateTimeOffset? EmbargoedUntil { get; init; }

    /// <summary>How much the newsroom presses it. Default normal.</summary>
    public Priority Priority { get; init; }

    /// <summary>What may be passed on of an article that readers see.</summary>
    public static PartnerEntry Of(Publication publication, string articleId, ArticleState.Visible state) => new(
        EntryIdentity.Of(publication, articleId),
        state.Version,
        state.Published,
        state.Updated,
        SyndicatedArticle.Of(state.Article))
    {
        Expires = state.Expires,
        Priority = state.Priority,
    };

    /// <summary>What ninjs says beside the content.</summary>
    internal NinjsVersion InNinjs() => new()
    {
        Id = Id,
        Version = Version,
        FirstCreated = Published,
        VersionCreated = Updated,
        EmbargoedUntil = EmbargoedUntil,
        Expires = Expires,
        Priority = Priority,
    };
}
