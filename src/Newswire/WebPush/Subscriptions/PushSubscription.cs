using Newswire.Feeds;

namespace Newswire.WebPush.Subscriptions;

/// <summary>
/// A reader who wants to be told: the browser's endpoint (RFC 8030), what to encrypt with (RFC 8291), and what the reader
/// has chosen. Who knows the endpoint may send to it, so it is never logged.
/// </summary>
/// <param name="Endpoint">Where messages go, an absolute URL as the browser gave it; the subscription's identity.</param>
/// <param name="P256dh">The browser's public key, base64url.</param>
/// <param name="Auth">The browser's secret, base64url.</param>
/// <param name="Favourites">The feeds whose new articles the reader wants to hear of, by name; each once, 1 to <see cref="MaxFavourites"/>.</param>
/// <param name="Since">When these favourites were chosen: what was shown before is no news to this reader.</param>
public sealed record PushSubscription(
    string Endpoint, string P256dh, string Auth, IReadOnlyList<string> Favourites, DateTimeOffset Since)
{
    /// <summary>How many favourites a reader may have.</summary>
    public const int MaxFavourites = 50;

    /// <summary>How many notifications a reader who does not say gets in a day.</summary>
    public const int DefaultMaxPerDay = 10;

    /// <summary>The most notifications a day that a reader may ask for.</summary>
    public const int MostPerDay = 50;

    /// <summary>How many new articles wait for the end of the quiet hours; of more the oldest are left out.</summary>
    public const int MaxQuietlyWaiting = 5;

    /// <summary>How many messages running a push service may refuse for good before the subscription counts as ended.</summary>
    public const int MaxRefusals = 5;

    /// <summary>For how long it is remembered what the reader was told. Longer than anything is news.</summary>
    public static readonly TimeSpan Memory = TimeSpan.FromHours(48);

    /// <summary>When the reader is not to be disturbed; null for never.</summary>
    public QuietHours? QuietHours { get; init; }

    /// <summary>How many notifications a day the reader wants at most. Default <see cref="DefaultMaxPerDay"/>; from 1 to <see cref="MostPerDay"/>.</summary>
    public int MaxPerDay { get; init; } = DefaultMaxPerDay;

    /// <summary>When the browser will end the subscription (<c>expirationTime</c>); null when it does not know.</summary>
    public DateTimeOffset? Expires { get; init; }

    /// <summary>What the reader was told within the <see cref="Memory"/>, the last at the end.</summary>
    public IReadOnlyList<Told> Told { get; init => field = value ?? []; } = [];

    /// <summary>What the reader is to be told later, or is being told just now.</summary>
    public IReadOnlyList<Waiting> Waiting { get; init => field = value ?? []; } = [];

    /// <summary>Messages refused for good since the last that was taken.</summary>
    public int Refusals { get; init; }

    /// <summary>When the reader's own day, by the zone of the quiet hours or else UTC, is at the moment.</summary>
    public DateOnly DayAt(DateTimeOffset moment) => TimeZones.DayIn(QuietHours?.TimeZone, moment);

    /// <summary>How many notifications the reader got on the day of the moment. Withdrawals do not count.</summary>
    public int ToldOnDayOf(DateTimeOffset moment)
    {
        var day = DayAt(moment);
        return Told.Count(told => !told.IsWithdrawal && DayAt(told.When) == day);
    }

    /// <summary>Whether one of the feeds is a favourite, under the name it has now.</summary>
    public bool Likes(IReadOnlySet<string> feeds, FeedDefinitions definitions) =>
        Favourites.Any(favourite => feeds.Contains(definitions.MovedTo(favourite) ?? favourite));

    /// <summary>The endpoint, the keys and the choice are not for people to see.</summary>
    public override string ToString() => $"push subscription with {Favourites.Count} favourites";
}
