namespace Newswire.Http.Serving;

/// <summary>
/// How long others may keep a document (RFC 9111 §5.2.2, RFC 5861). <c>max-age</c> is for readers, of whom some wait at
/// least that long before they ask again; <c>s-maxage</c> for a cache all share, which shows news that much later.
/// </summary>
/// <remarks>
/// What is new gets hot: a feed that had an article within the hour is likely to have another. Nothing is ever kept for
/// more than an hour, stale or not: an article that is taken down must go everywhere, and no purge reaches every cache.
/// </remarks>
internal static class CacheControl
{
    /// <summary>For a permanent redirection; a name that has moved may be taken back.</summary>
    public const string Moved = "public, max-age=3600, s-maxage=600";

    /// <summary>For a permanent redirection of a partner's.</summary>
    public const string MovedForPartner = "private, max-age=3600";

    private const string HotFeed = "public, max-age=30, s-maxage=5, stale-while-revalidate=5, stale-if-error=1800";
    private const string WarmFeed = "public, max-age=60, s-maxage=10, stale-while-revalidate=10, stale-if-error=1800";
    private const string ColdFeed = "public, max-age=300, s-maxage=30, stale-while-revalidate=30, stale-if-error=1800";
    private const string HotPage = "public, max-age=10, s-maxage=5, stale-while-revalidate=5, stale-if-error=1800";
    private const string WarmPage = "public, max-age=30, s-maxage=10, stale-while-revalidate=10, stale-if-error=1800";
    private const string ColdPage = "public, max-age=60, s-maxage=30, stale-while-revalidate=30, stale-if-error=1800";

    // Changes only when something in it is corrected or taken down.
    private const string Archive = "public, max-age=600, s-maxage=300, stale-while-revalidate=60, stale-if-error=1800";
    private const string Index = "public, max-age=60, s-maxage=30, stale-while-revalidate=30, stale-if-error=1800";

    // Changes with the software, and holds no content.
    private const string StyleSheet = "public, max-age=3600, s-maxage=3600";

    // For the partner's own cache alone, and briefly: a takedown is to reach it at once.
    private const string PartnerFeed = "private, max-age=30, must-revalidate";

    private static readonly TimeSpan HotFor = TimeSpan.FromHours(1);
    private static readonly TimeSpan WarmFor = TimeSpan.FromDays(1);

    /// <summary>The value of the header.</summary>
    /// <param name="kind">What the document is for.</param>
    /// <param name="unchangedFor">For how long its bytes have been the same.</param>
    public static string Of(DocumentKind kind, TimeSpan unchangedFor) => kind switch
    {
        DocumentKind.Feed when unchangedFor < HotFor => HotFeed,
        DocumentKind.Feed when unchangedFor < WarmFor => WarmFeed,
        DocumentKind.Feed => ColdFeed,
        DocumentKind.Page when unchangedFor < HotFor => HotPage,
        DocumentKind.Page when unchangedFor < WarmFor => WarmPage,
        DocumentKind.Page => ColdPage,
        DocumentKind.Archive => Archive,
        DocumentKind.StyleSheet => StyleSheet,
        DocumentKind.PartnerFeed => PartnerFeed,
        _ => Index,
    };
}
