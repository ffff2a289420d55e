using System.Globalization;
using Newswire.Json;

namespace Newswire.Partners;

/// <summary>What a newsroom says of a key that is to be made.</summary>
/// <param name="Name">What to call it; null for nothing.</param>
/// <param name="Expires">From when on it opens nothing; null for never.</param>
public sealed record KeyWish(string? Name, DateTimeOffset? Expires)
{
    /// <summary>Reads <c>{"name": …, "expires": …}</c>, both of which may be left out.</summary>
    /// <param name="json">What was sent.</param>
    /// <param name="now">The key must expire later than this.</param>
    public static JsonOutcome<KeyWish> Read(ReadOnlyMemory<byte> json, DateTimeOffset now) =>
        StrictJson.Read(json, PartnerLimits.MaxKeyBytes, (members, faults) =>
        {
            var name = new SentText(faults).Line("/name", members.Text("name"), PartnerLimits.MaxName);
            var expires = Expiry(members.Text("expires"), now, faults);
            return faults.Count == 0 ? new KeyWish(name, expires) : null;
        });

    /// <summary>Why a key cannot expire then; null when it can.</summary>
    public static string? FaultOf(DateTimeOffset expires, DateTimeOffset now) =>
        expires > now && expires <= now.AddYears(PartnerLimits.MaxExpiryYears)
            ? null
            : string.Create(CultureInfo.InvariantCulture, $"Must lie ahead, by at most {PartnerLimits.MaxExpiryYears} years.");

    private static DateTimeOffset? Expiry(string? sent, DateTimeOffset now, List<Fault> faults)
    {
        if (sent is null)
        {
            return null;
        }

        var date = SentDate.Read(sent);
        if ((date is { } read ? FaultOf(read, now) : SentDate.Expected) is { } detail)
        {
            faults.Add(new Fault("/expires", detail));
        }

        return date;
    }
}
