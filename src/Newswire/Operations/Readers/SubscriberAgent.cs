using System.Buffers;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Newswire.Operations.Readers;

/// <summary>
/// Reads how many subscribers a feed reading service has from its <c>User-Agent</c>. There is no standard for it; the forms
/// are those that services send, one test each: <c>42 subscribers</c>, <c>1 readers</c>, <c>subscribers_1</c>,
/// <c>users 2</c>.
/// </summary>
public static partial class SubscriberAgent
{
    /// <summary>What a service is called that is not known.</summary>
    public const string OtherService = "other";

    /// <summary>More of a header than this is not looked at.</summary>
    public const int MaxLength = 512;

    /// <summary>More than this nobody has, whatever is claimed.</summary>
    public const long MaxSubscribers = 10_000_000;

    // Most readers ask for themselves, and every request for a feed comes by here.
    private static readonly SearchValues<string> Words =
        SearchValues.Create(["subscriber", " reader", "_reader", "+reader", "users"], StringComparison.OrdinalIgnoreCase);

    /// <summary>Services by what only their header has. The first that fits counts, so what others imitate comes last.</summary>
    private static readonly IReadOnlyList<(string Mark, string Service)> Services =
    [
        ("inoreader", "Inoreader"),
        ("newsblur", "NewsBlur"),
        ("feedbin", "Feedbin"),
        ("theoldreader", "The Old Reader"),
        ("bazqux", "BazQux"),
        ("bloglovin", "Bloglovin'"),
        ("feedhq", "FeedHQ"),
        ("feed wrangler", "Feed Wrangler"),
        ("feedwrangler", "Feed Wrangler"),
        ("feedspot", "Feedspot"),
        ("netvibes", "Netvibes"),
        ("dreamwidth", "Dreamwidth"),
        ("livejournal", "LiveJournal"),
        ("newsgator", "NewsGator"),
        ("bloglines", "Bloglines"),
        ("yahoofeedseeker", "Yahoo"),
        ("digg", "Digg"),
        ("feedly", "Feedly"),
        ("feedfetcher-google", "Google"),
    ];

    /// <summary>What the header claims; null when it claims nothing.</summary>
    /// <param name="userAgent">The header as it was sent; anybody may send anything.</param>
    public static SubscriberClaim? Read(string? userAgent)
    {
        if (string.IsNullOrEmpty(userAgent) || !userAgent.AsSpan().ContainsAny(Words))
        {
            return null;
        }

        var agent = userAgent.Length > MaxLength ? userAgent[..MaxLength] : userAgent;
        return Count().Match(agent) is { Success: true } match
            && long.TryParse(match.Groups["count"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            && count <= MaxSubscribers
                ? new SubscriberClaim(ServiceOf(agent), count, FeedId().Match(agent) is { Success: true } id ? id.Groups["id"].Value : null)
                : null;
    }

    private static string ServiceOf(string agent) =>
        Services.FirstOrDefault(service => agent.Contains(service.Mark, StringComparison.OrdinalIgnoreCase)).Service ?? OtherService;

    /// <summary>The number before the word, or behind it. Spaces are also sent as they are in addresses and logs.</summary>
    [GeneratedRegex(
        @"(?<![0-9.])(?<count>[0-9]{1,9})[ _+](?:subscriber|reader|user)(?:s|\(s\))?(?![\w/-])|(?<![A-Za-z])(?:subscribers|users)[ _+:=]{1,2}(?<count>[0-9]{1,9})(?![0-9.])",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Count();

    [GeneratedRegex(
        @"feed-?id[:=] ?(?<id>[A-Za-z0-9]{1,40})|newsblur\.com/site/(?<id>[0-9]{1,12})",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1_000)]
    private static partial Regex FeedId();
}
