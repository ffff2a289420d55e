using System.Globalization;
using Newswire.Partners;

namespace Newswire.Server.Partners;

/// <summary>Every partner, a line each, with a line for each of its keys.</summary>
internal static class PartnerTable
{
    /// <param name="partners">The partners, in order.</param>
    /// <param name="now">What the state of a key is told for.</param>
    /// <param name="output">Gets the lines.</param>
    public static async Task WriteAsync(IReadOnlyList<Partner> partners, DateTimeOffset now, TextWriter output)
    {
        var width = partners.Select(partner => partner.Name.Length).DefaultIfEmpty().Max();
        foreach (var partner in partners)
        {
            var feeds = partner.Feeds.Count == 1 ? "1 feed" : string.Create(CultureInfo.InvariantCulture, $"{partner.Feeds.Count} feeds");
            await output.WriteLineAsync($"{partner.Name.PadRight(width)}  {partner.Profile.ToString().ToLowerInvariant(),-9}  {feeds}  {partner.Title}");
            foreach (var key in partner.Keys)
            {
                await output.WriteLineAsync($"  {key.Id}  {Date(key.Created)}  {State(key, now)}{(key.Name is { } name ? "  " + name : "")}");
            }
        }
    }

    /// <summary>A date as it is printed, in UTC.</summary>
    public static string Date(DateTimeOffset date) =>
        date.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    private static string State(PartnerKey key, DateTimeOffset now) => key.StateAt(now) switch
    {
        PartnerKeyState.Revoked => "revoked " + Date(key.Revoked!.Value),
        PartnerKeyState.Expired => "expired " + Date(key.Expires!.Value),
        _ => key.Expires is { } expires ? "good until " + Date(expires) : "good",
    };
}
