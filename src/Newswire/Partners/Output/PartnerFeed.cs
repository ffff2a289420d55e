using System.Globalization;
using System.Text;
using Newswire.Articles;
using Newswire.Feeds;
using Newswire.Formats;
using Newswire.Partners.Profiles;
using Newswire.Projection;

namespace Newswire.Partners.Output;

/// <summary>A feed as a partner gets it at a moment: what it is given, and what is left out and why. Pure.</summary>
/// <remarks>
/// It is always whole: how much of an article the feed carries for readers (<see cref="EntryContent"/>) is no matter of the
/// contract. Articles under embargo are never in it, also for a partner that gets them early: those are told of by the
/// change stream, which can tell as well when an embargo is prolonged.
/// </remarks>
/// <param name="Head">What its documents say of it.</param>
/// <param name="Articles">Its articles, newest first, those the partner does not get included.</param>
/// <param name="Removals">What the partner may have and has to take down, newest first.</param>
/// <param name="At">The moment.</param>
public sealed record PartnerFeed(
    FeedHead Head, IReadOnlyList<PartnerArticle> Articles, IReadOnlyList<PartnerRemoval> Removals, DateTimeOffset At)
{
    /// <summary>The articles that the partner gets, newest first.</summary>
    public IEnumerable<PartnerArticle> Given => Articles.Where(article => article.IsGiven);

    /// <summary>Equal for feeds whose documents are the same in every format under the same profile.</summary>
    public string Fingerprint => Projection.Fingerprint.Of(Encoding.UTF8.GetBytes(string.Join('\n', Made())));

    /// <summary>What the partner with this profile gets of the feed.</summary>
    public static PartnerFeed Of(Publication publication, IProfile profile, FeedMoment feed, DateTimeOffset at)
    {
        IReadOnlyList<PartnerArticle> articles =
            [.. feed.Articles.Select(article => PartnerArticle.Of(publication, profile, article, at))];
        IReadOnlyList<PartnerRemoval> removals =
        [
            .. feed.Gone.Select(gone => new PartnerRemoval(
                EntryIdentity.Of(publication, gone.Id),
                gone.Version,
                gone.Published,
                gone.State.When,
                gone.Why,
                gone.State.Article is { } last ? SyndicatedArticle.Of(last) : null)),
        ];
        var moments = articles.Where(article => article.IsGiven).Select(article => article.Entry.Updated)
            .Concat(removals.Select(removal => removal.When));
        return new PartnerFeed(
            FeedHead.Of(publication, feed.Feed, feed.Title, feed.Definition, moments), articles, removals, at);
    }

    /// <summary>The same feed, its articles still under embargo until then; null: under none.</summary>
    public PartnerFeed Until(DateTimeOffset? embargo) => this with
    {
        Articles = [.. Articles.Select(article => article with { Entry = article.Entry with { EmbargoedUntil = embargo } })],
    };

    /// <summary>The document.</summary>
    /// <param name="profile">The profile that it was made for.</param>
    /// <param name="self">The absolute address of the document.</param>
    /// <param name="extension">One of the profile's.</param>
    public PartnerDocument Write(IProfile profile, string self, string extension) =>
        profile.Write(Head, self, [.. Given.Select(article => article.Entry)], Removals, extension, At);

    private IEnumerable<string> Made() =>
    [
        Head.Title, Head.Description, Head.LogoUrl ?? "", Text(Head.Updated),
        .. Given.Select(article => article.Entry).Select(entry =>
            $"{entry.Id} {entry.Version} {entry.Priority} {Text(entry.Published)} {Text(entry.Updated)} {Text(entry.Expires)} {Projection.Fingerprint.Of(entry.Content.Article)}"),
        .. Removals.Select(gone => $"{gone.Id} {gone.Version} {Text(gone.Published)} {Text(gone.When)} {gone.Why} {gone.Last?.Article.Url}"),
    ];

    private static string Text(DateTimeOffset? moment) => moment?.ToString("O", CultureInfo.InvariantCulture) ?? "";
}
