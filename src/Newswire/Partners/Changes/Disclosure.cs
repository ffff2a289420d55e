using Newswire.Articles;
using Newswire.Feeds;
using Newswire.Formats;
using Newswire.Formats.Ninjs;
using Newswire.Partners.Profiles;
using Newswire.Projection;
using Newswire.Projection.Streams;

namespace Newswire.Partners.Changes;

/// <summary>What an article is to a partner at one moment. Pure.</summary>
public abstract record Disclosure
{
    private Disclosure()
    {
    }

    /// <summary>What the contract gives of the article.</summary>
    /// <param name="publication">The publication.</param>
    /// <param name="definitions">What the newsroom has said of its feeds.</param>
    /// <param name="contract">The contract.</param>
    /// <param name="view">The article.</param>
    /// <param name="lost">When the partner lost it, should it be there for others and not for this partner.</param>
    /// <param name="now">The moment.</param>
    public static Disclosure Of(
        Publication publication,
        FeedDefinitions definitions,
        StreamContract contract,
        ArticleView view,
        DateTimeOffset lost,
        DateTimeOffset now)
    {
        var id = EntryIdentity.Of(publication, view.Id);
        switch (view.At(now))
        {
            case ArticleState.Visible visible when Selects(visible.Article):
                return new Usable(PartnerEntry.Of(publication, view.Id, visible));
            case ArticleState.Visible visible:
                return new Canceled(new PartnerRemoval(
                    id, visible.Version, visible.Published, lost, NinjsEnd.Removed, SyndicatedArticle.Of(visible.Article)));
            case ArticleState.Gone gone:
                var last = GoneArticle.Of(view, gone, now);
                return new Canceled(new PartnerRemoval(
                    id, last.Version, last.Published, gone.When, last.Why, gone.Article is { } was ? SyndicatedArticle.Of(was) : null));
            case ArticleState.Scheduled scheduled when IsOpen(scheduled.From) && Selects(scheduled.Article):
                return new Withheld(new PartnerEntry(
                    id, scheduled.Version, Received(view.First!), Received(view.Newest!), SyndicatedArticle.Of(scheduled.Article))
                {
                    EmbargoedUntil = scheduled.From,
                    Expires = scheduled.Expires,
                });
            case var _ when contract.LongestEarlyAccess is { } longest && view.WasOpen(longest, now):
                return new Canceled(new PartnerRemoval(
                    id, view.Newest!.Key.Version, Received(view.First!), lost, NinjsEnd.Withdrawn, Last: null));
            default:
                return new Silence();
        }

        bool Selects(Article article) => contract.Reaches(
            definitions.Selecting(article, publication.Language).ToHashSet(StringComparer.Ordinal), definitions);

        bool IsOpen(DateTimeOffset from) => contract.EarlyAccess is { } early && from - early <= now;

        static DateTimeOffset Received(KnownVersion version) => version.Key.Received;
    }

    /// <summary>The partner may show it.</summary>
    /// <param name="Entry">The article.</param>
    public sealed record Usable(PartnerEntry Entry) : Disclosure;

    /// <summary>The partner may have it, and not show it yet.</summary>
    /// <param name="Entry">The article, under embargo.</param>
    public sealed record Withheld(PartnerEntry Entry) : Disclosure;

    /// <summary>The partner may have had it, and may not have it any more.</summary>
    /// <param name="Removal">What is said of it.</param>
    public sealed record Canceled(PartnerRemoval Removal) : Disclosure;

    /// <summary>The partner never had it, and does not have it now.</summary>
    public sealed record Silence : Disclosure;
}
