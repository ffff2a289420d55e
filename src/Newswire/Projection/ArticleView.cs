using System.Text.Json.Serialization;
using Newswire.Catalog;

namespace Newswire.Projection;

/// <summary>
/// All changes of one article folded into one state. It depends on the set of the changes only, not on their order or
/// repetition and not on the time; what readers are to see at a moment is <see cref="At"/>.
/// <see cref="Reflects"/> alone says how far the catalog was read.
/// </summary>
public sealed record ArticleView
{
    /// <summary>How many versions are remembered exactly; see <see cref="ArticleFold"/>.</summary>
    public const int MaxVersions = 64;

    /// <summary>How many withdrawals are remembered with their date.</summary>
    public const int MaxWithdrawals = 64;

    /// <summary>The article's id.</summary>
    public required string Id { get; init; }

    /// <summary>Behind the last change of this article that is folded in.</summary>
    public required Position Reflects { get; init; }

    /// <summary>The versions, ascending.</summary>
    public IReadOnlyList<KnownVersion> Versions { get; init => field = value ?? []; } = [];

    /// <summary>
    /// The contents that readers see or may come to see: the newest version, and each older one that may be seen before
    /// all that are newer. Ascending by version, and so by <see cref="KnownVersion.From"/>; mostly one.
    /// </summary>
    public IReadOnlyList<HeldVersion> Held { get; init => field = value ?? []; } = [];

    /// <summary>The oldest version ever seen, which fixes the date of first publication.</summary>
    public KnownVersion? First { get; init; }

    /// <summary>The earliest moment at which readers could see any version.</summary>
    public DateTimeOffset? FirstShown { get; init; }

    /// <summary>Every version up to this one is withdrawn.</summary>
    public long? WithdrawnThroughVersion { get; init; }

    /// <summary>Every version received up to this moment is withdrawn.</summary>
    public DateTimeOffset? WithdrawnThroughReceived { get; init; }

    /// <summary>The withdrawals, ascending by their date.</summary>
    public IReadOnlyList<Withdrawal> Withdrawals { get; init => field = value ?? []; } = [];

    /// <summary>The content of every version received up to this moment is erased.</summary>
    public DateTimeOffset? ErasedThroughReceived { get; init; }

    /// <summary>The feeds that carried what was erased, by name.</summary>
    public IReadOnlyList<string> ErasedFrom { get; init => field = value ?? []; } = [];

    /// <summary>
    /// The feeds that versions bring into being by naming them, and from when on, where that was not at once. In order.
    /// </summary>
    public IReadOnlyList<NamedFeed> NamedLater { get; init => field = value ?? []; } = [];

    /// <summary>Where the lines of the article's contents begin in the catalog, ascending: erasure finds them there.</summary>
    public IReadOnlyList<Position> Lines { get; init => field = value ?? []; } = [];

    /// <summary>The newest version; null when only withdrawals are known.</summary>
    [JsonIgnore]
    public KnownVersion? Newest => Versions.Count > 0 ? Versions[^1] : null;

    /// <summary>
    /// The date of first publication; it never moves with an edit. The date sent with the oldest version, or that at
    /// which a newer one was released before it.
    /// </summary>
    [JsonIgnore]
    public DateTimeOffset Published => FirstShown < First!.From ? FirstShown.Value : First.From;

    /// <summary>Every moment at which the article may have gone, whenever it is looked at.</summary>
    [JsonIgnore]
    public IEnumerable<DateTimeOffset> Ends =>
        Held.SelectMany(held => new[] { Withdrawn(held.Version.Key), held.Version.Expires })
            .OfType<DateTimeOffset>()
            .Distinct();

    /// <summary>What readers are to see at the moment.</summary>
    public ArticleState At(DateTimeOffset now)
    {
        if (Held.LastOrDefault(held => held.Version.From <= now) is not { } shown)
        {
            return Held.FirstOrDefault(held => Withdrawn(held.Version.Key) is null) is { Article: { } coming } next
                ? new ArticleState.Scheduled(next.Version.Key.Version, next.Version.From, coming)
                {
                    Embargo = next.Version.Embargo,
                    Expires = next.Version.Expires,
                }
                : new ArticleState.Hidden();
        }

        var withdrawn = Withdrawn(shown.Version.Key);
        var expired = shown.Version.Expires <= now ? shown.Version.Expires : null;
        return (withdrawn, expired, shown.Article) switch
        {
            (null, null, { } article) =>
                new ArticleState.Visible(shown.Version.Key.Version, Published, UpdatedOf(shown.Version), article)
                {
                    Shown = shown.Version.Shown,
                    Priority = shown.Version.Priority,
                    Notify = shown.Version.Notify,
                    Embargo = shown.Version.Embargo,
                    Expires = shown.Version.Expires,
                },
            _ when Earlier(withdrawn, expired) is { } when && FirstShown < when => new ArticleState.Gone(when, shown.Article),
            _ => new ArticleState.Hidden(),
        };
    }

    /// <summary>When what <see cref="At"/> says will next be another than at the moment, if no change comes; null: never.</summary>
    public DateTimeOffset? NextTurn(DateTimeOffset now) =>
        Held.SelectMany(held => new DateTimeOffset?[] { held.Version.From, held.Version.Expires })
            .Concat(NamedLater.Select(named => (DateTimeOffset?)named.From))
            .Where(turn => turn > now)
            .Min();

    /// <summary>The last moment at which what <see cref="At"/> says may have become another by itself; null: at none.</summary>
    public DateTimeOffset? LastTurn(DateTimeOffset now) =>
        Held.SelectMany(held => new DateTimeOffset?[] { held.Version.From, held.Version.Expires })
            .Where(turn => turn <= now)
            .Max();

    /// <summary>
    /// Whether any version may have been given under embargo to somebody who gets articles so much earlier than readers.
    /// One that was taken back or replaced before counts too: a pass may not have come by it until then.
    /// </summary>
    public bool WasOpen(TimeSpan early, DateTimeOffset now) => Versions.Any(version => version.From - early <= now);

    /// <summary>When the version was taken back; null when it was not.</summary>
    private DateTimeOffset? Withdrawn(VersionKey version) =>
        version.Version <= WithdrawnThroughVersion || version.Received <= WithdrawnThroughReceived
            ? Withdrawals.FirstOrDefault(withdrawal => withdrawal.Covers(version))?.Received ?? WithdrawnThroughReceived
            : null;

    /// <summary>
    /// The date of the last edit that a reader can see: of the version that brought today's content, not of later ones
    /// that repeated it or changed it silently. A version without a date counts from when it could be seen, the first one
    /// from its publication.
    /// </summary>
    private DateTimeOffset UpdatedOf(KnownVersion shown)
    {
        var brought = shown;
        foreach (var older in Versions.Reverse().SkipWhile(version => version >= shown))
        {
            if (!brought.Silent && older.Content != brought.Content)
            {
                break;
            }

            brought = older;
        }

        var updated = brought.Updated ?? (brought.Key == First!.Key ? Published : brought.Shown);
        return updated > Published ? updated : Published;
    }

    private static DateTimeOffset? Earlier(DateTimeOffset? left, DateTimeOffset? right) =>
        left is null || right < left ? right ?? left : left;
}
