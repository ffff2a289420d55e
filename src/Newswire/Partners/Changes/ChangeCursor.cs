using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Newswire.Partners.Changes;

/// <summary>How far a partner has come in its stream: what it hands back to go on there.</summary>
/// <param name="Epoch">The log that it was in; see <see cref="Projection.Streams.StreamHead.Epoch"/>.</param>
/// <param name="Next">The entry of that log that comes next.</param>
/// <param name="Safe">The partner has been told everything that happened before this moment.</param>
public sealed record ChangeCursor(string Epoch, long Next, DateTimeOffset Safe)
{
    /// <summary>
    /// While the partner goes through a log that another has taken the place of: what it had been told in that other.
    /// Null when it has not been through another.
    /// </summary>
    public DateTimeOffset? Told { get; init; }

    /// <summary>The cursor as text, to be handed back as it is. It is no secret, and opens nothing.</summary>
    /// <param name="partner">Whose it is: another partner's is recognised as such.</param>
    public string ToText(string partner)
    {
        var text = string.Create(
            CultureInfo.InvariantCulture,
            $"{Epoch}-{Next:x}-{Safe.UtcTicks:x}{(Told is { } told ? string.Create(CultureInfo.InvariantCulture, $"-{told.UtcTicks:x}") : "")}");
        return $"{text}-{Check(partner, text)}";
    }

    /// <summary>The cursor; null when it is none that this partner was given.</summary>
    public static ChangeCursor? Read(string partner, string text)
    {
        var end = text.LastIndexOf('-');
        if (end < 0 || text.Length > MaxLength || text[(end + 1)..] != Check(partner, text[..end]))
        {
            return null;
        }

        var parts = text[..end].Split('-');
        return parts.Length is 3 or 4
            && long.TryParse(parts[1], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var next) && next >= 0
            && Moment(parts[2]) is { } safe
            && (parts.Length == 3 || Moment(parts[3]) is not null)
            ? new ChangeCursor(parts[0], next, safe) { Told = parts.Length == 4 ? Moment(parts[3]) : null }
            : null;
    }

    /// <summary>Characters of a cursor; ours have fewer.</summary>
    private const int MaxLength = 128;

    private static DateTimeOffset? Moment(string text) =>
        long.TryParse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var ticks)
        && ticks >= 0 && ticks <= DateTimeOffset.MaxValue.UtcTicks
            ? new DateTimeOffset(ticks, TimeSpan.Zero)
            : null;

    // Against slips, not against intent: who makes one up gets no more than the beginning of its own stream.
    private static string Check(string partner, string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{partner}\n{text}")).AsSpan(0, 4));
}
