using Newswire.Catalog;
using Newswire.Projection;

namespace Newswire.WebPush.Notifying;

/// <summary>
/// What there is to tell readers of an article: that it is published, that the newsroom wants to tell of an edit, or that
/// it is gone. It follows from the article's view and the moment alone, so whoever looks sees the same.
/// </summary>
/// <param name="Number"><see cref="First"/>, <see cref="Withdrawal"/>, or the number of the version that is told of.</param>
/// <param name="Shown">When readers of the feeds could see it first.</param>
/// <param name="Until">When it is no news any more.</param>
public sealed record PushEdition(long Number, DateTimeOffset Shown, DateTimeOffset Until)
{
    /// <summary>The first publication, whatever the number of its version.</summary>
    public const long First = 0;

    /// <summary>The article is gone. It is an edition of its own, neither older nor newer than the numbered ones.</summary>
    public const long Withdrawal = -1;

    /// <summary>Nothing older than this is told. Archives that are imported are older, whenever they are received.</summary>
    public static readonly TimeSpan MaxAge = TimeSpan.FromHours(24);

    /// <summary>Whether it is that the article is gone.</summary>
    public bool IsWithdrawal => Number == Withdrawal;

    /// <summary>
    /// For how long it is news. What presses is soon overtaken by its own next version, so it is dropped first; what does
    /// not may as well be read in the evening.
    /// </summary>
    public static TimeSpan LifetimeOf(Priority priority) => priority switch
    {
        Priority.High => TimeSpan.FromHours(4),
        Priority.Low => MaxAge,
        _ => TimeSpan.FromHours(12),
    };

    /// <summary>The edition at the moment; null when there is nothing to tell.</summary>
    public static PushEdition? Of(ArticleView view, DateTimeOffset now) => (view.At(now) switch
    {
        ArticleState.Visible visible => new[] { Correction(view, visible, now), FirstPublication(view, visible) },
        ArticleState.Gone gone => [new PushEdition(Withdrawal, gone.When, gone.When + MaxAge)],
        _ => [],
    }).FirstOrDefault(edition => edition?.Until > now);

    /// <summary>
    /// The newest version that readers are to be told of and that was seen. A later edit that they need not be told of does
    /// not take it back; one that came before it could be seen does.
    /// </summary>
    private static PushEdition? Correction(ArticleView view, ArticleState.Visible visible, DateTimeOffset now)
    {
        var shown = view.Held.Last(held => held.Version.From <= now).Version;
        return view.Versions.LastOrDefault(version =>
            version.Notify == true
            && version <= shown
            && version.Shown > view.FirstShown
            && !view.Versions.Any(newer => newer > version && newer.Shown <= version.Shown)) is { } told
                ? new PushEdition(told.Key.Version, told.Shown, Earlier(
                    told.Shown + LifetimeOf(visible.Priority), (told.Updated ?? told.Shown) + MaxAge))
                : null;
    }

    /// <summary>The first version that readers saw, unless they were not to be told of it. No edit changes that.</summary>
    private static PushEdition? FirstPublication(ArticleView view, ArticleState.Visible visible)
    {
        var first = view.Versions.LastOrDefault(version => version.Shown == view.FirstShown) ?? view.First!;
        return first.Notify == false
            ? null
            : new PushEdition(First, view.FirstShown!.Value, Earlier(
                view.FirstShown.Value + LifetimeOf(visible.Priority), visible.Published + MaxAge));
    }

    private static DateTimeOffset Earlier(DateTimeOffset left, DateTimeOffset right) => left < right ? left : right;
}
