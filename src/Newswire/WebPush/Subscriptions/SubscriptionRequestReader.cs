using System.Globalization;
using Newswire.Json;

namespace Newswire.WebPush.Subscriptions;

/// <summary>Reads what a reader's browser sends: bytes in, a request or the reasons against it out. Pure.</summary>
public static class SubscriptionRequestReader
{
    /// <summary>Bytes of a request: 16 KiB.</summary>
    public const int MaxBytes = 16 * 1024;

    /// <summary>Reads a request to subscribe.</summary>
    /// <param name="json">What was sent.</param>
    /// <param name="services">The push services there are.</param>
    /// <param name="allowLoopback">See <see cref="PushOptions.AllowLoopback"/>.</param>
    /// <param name="find">Says which feed a favourite is.</param>
    /// <param name="now">The moment, which what expires must be behind.</param>
    public static JsonOutcome<SubscriptionRequest> Read(
        ReadOnlyMemory<byte> json,
        KnownPushServices services,
        bool allowLoopback,
        Func<string, FavouriteFeed> find,
        DateTimeOffset now) =>
        StrictJson.Read(json, MaxBytes, (members, faults) =>
        {
            var receiver = members.Object("subscription", (inner, at) => Receiver(inner, at, services, allowLoopback, now, faults));
            if (receiver is null && faults.Count == 0)
            {
                faults.Add(new Fault("/subscription", "Is missing: send the PushSubscription of the browser."));
            }

            var replaces = members.Text("replaces");
            var favourites = Favourites(members, isRequired: replaces is null, find, faults);
            var request = new SubscriptionRequest(
                receiver?.Endpoint ?? "", receiver?.P256dh ?? "", receiver?.Auth ?? "", favourites)
            {
                Expires = receiver?.Expires,
                QuietHours = members.Object("quietHours", (hours, at) => Hours(hours, at, faults)),
                MaxPerDay = MaxPerDay(members, faults),
                Replaces = replaces,
            };
            return faults.Count == 0 ? request : null;
        });

    /// <summary>What is said of a request that names no favourites where none are known.</summary>
    public static readonly Fault Missing = new(
        "/favourites", string.Create(CultureInfo.InvariantCulture, $"Must be 1 to {PushSubscription.MaxFavourites} names of feeds, such as topics/crime."));

    /// <summary>Reads a request to unsubscribe: the endpoint.</summary>
    public static JsonOutcome<string> ReadEndpoint(ReadOnlyMemory<byte> json) =>
        StrictJson.Read(json, MaxBytes, (members, faults) =>
        {
            var endpoint = members.Text("endpoint");
            if (endpoint is null)
            {
                faults.Add(new Fault("/endpoint", "Is missing: send the endpoint of the subscription."));
            }

            return endpoint;
        });

    private static BrowserSubscription? Receiver(
        JsonMembers members, string at, KnownPushServices services, bool allowLoopback, DateTimeOffset now, List<Fault> faults)
    {
        var endpoint = members.Text("endpoint");
        var keys = members.Object("keys", (inner, _) => new Keys(inner.Text("p256dh"), inner.Text("auth")));
        var expires = Expires(members, at, now, faults);
        if (!PushReceiver.TryRead(endpoint, keys?.P256dh, keys?.Auth, allowLoopback, out var receiver, out var fault))
        {
            faults.Add(fault switch
            {
                PushReceiverFault.Endpoint => new Fault(at + "/endpoint", $"Must be an https address of at most {PushReceiver.MaxEndpoint} characters."),
                PushReceiverFault.P256dh => new Fault(at + "/keys/p256dh", "Must be a point on P-256 in uncompressed form, base64url (RFC 8291)."),
                _ => new Fault(at + "/keys/auth", $"Must be {PushReceiver.AuthBytes} bytes, base64url (RFC 8291)."),
            });
            return null;
        }

        if (!services.Include(receiver.Endpoint))
        {
            faults.Add(new Fault(at + "/endpoint", "Is at no push service that is known here."));
        }

        return new BrowserSubscription(endpoint!, keys!.P256dh!, keys.Auth!, expires);
    }

    private static DateTimeOffset? Expires(JsonMembers members, string at, DateTimeOffset now, List<Fault> faults)
    {
        if (members.Integer("expirationTime") is not { } milliseconds)
        {
            return null;
        }

        if (milliseconds <= now.ToUnixTimeMilliseconds() || milliseconds > DateTimeOffset.MaxValue.ToUnixTimeMilliseconds())
        {
            faults.Add(new Fault(at + "/expirationTime", "Must be a moment to come, in milliseconds since 1970; leave it out when there is none."));
            return null;
        }

        return DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
    }

    private static List<string> Favourites(
        JsonMembers members, bool isRequired, Func<string, FavouriteFeed> find, List<Fault> faults)
    {
        var names = members.Texts("favourites");
        if (names.Count > PushSubscription.MaxFavourites || (isRequired && names.Count == 0))
        {
            faults.Add(Missing);
            return [];
        }

        List<string> feeds = [];
        foreach (var (index, name) in names.Index())
        {
            var favourite = find(name);
            if (favourite.Feed is { } feed)
            {
                feeds.Add(feed);
            }
            else
            {
                faults.Add(new Fault(string.Create(CultureInfo.InvariantCulture, $"/favourites/{index}"), favourite.Fault!));
            }
        }

        return [.. feeds.Distinct(StringComparer.Ordinal)];
    }

    private static QuietHours? Hours(JsonMembers members, string at, List<Fault> faults)
    {
        var (from, to, zone) = (QuietHours.ReadTime(members.Text("from")), QuietHours.ReadTime(members.Text("to")), members.Text("timeZone"));
        AddIf(from is null, "/from", "Must be a time of day from 00:00 to 23:59, such as 22:30.");
        AddIf(to is null, "/to", "Must be a time of day from 00:00 to 23:59, such as 07:00.");
        AddIf(from is not null && from == to, "/to", "Must differ from the beginning; leave quietHours out when there are none.");
        AddIf(TimeZones.Find(zone) is null, "/timeZone", "Must be a zone of the IANA time zone database, such as Europe/Paris.");
        return from is null || to is null || zone is null ? null : new QuietHours(from.Value, to.Value, zone);

        void AddIf(bool isWrong, string member, string detail)
        {
            if (isWrong)
            {
                faults.Add(new Fault(at + member, detail));
            }
        }
    }

    private static int? MaxPerDay(JsonMembers members, List<Fault> faults)
    {
        var number = members.Integer("maxPerDay");
        if (number is < 1 or > PushSubscription.MostPerDay)
        {
            faults.Add(new Fault("/maxPerDay", string.Create(CultureInfo.InvariantCulture, $"Must be from 1 to {PushSubscription.MostPerDay}.")));
            return null;
        }

        return (int?)number;
    }

    /// <summary>The members of a <c>PushSubscription</c> as they were sent, checked.</summary>
    private sealed record BrowserSubscription(string Endpoint, string P256dh, string Auth, DateTimeOffset? Expires);

    private sealed record Keys(string? P256dh, string? Auth);
}
