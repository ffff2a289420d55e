using System.Globalization;
using Newswire.Partners;

namespace Newswire.Formats.Html.Operations;

/// <summary>The partners under contract, <c>/newsroom/partners</c>. Pure.</summary>
public static class PartnersPage
{
    /// <summary>The page.</summary>
    public static byte[] Write(OperationsContext context, IReadOnlyList<Partner> partners, DateTimeOffset now) => OperationsFrame.Write(
        context,
        OperationsText.Partners,
        (page, path) =>
        {
            if (partners.Count == 0)
            {
                page.WriteLine($"<p>There are none. PUT /api/partners/{"{partner}"} makes one.</p>");
                return;
            }

            page.BeginTable(OperationsText.Partners, "Partner", "Profile", "Feeds", "Good keys", "Quota");
            foreach (var partner in partners)
            {
                page.WriteLine($"""<tr><th scope="row"><a href="{path.To(OperationsPaths.Partner(partner.Name))}" dir="auto">{partner.Title}</a></th><td>{partner.Profile.ToString()}</td><td class="number">{partner.Feeds.Count}</td><td class="number">{partner.Keys.Count(key => key.StateAt(now) == PartnerKeyState.Good)}</td><td>{partner.Quota.PerHour.ToString("N0", CultureInfo.InvariantCulture)} an hour, {partner.Quota.PerDay.ToString("N0", CultureInfo.InvariantCulture)} a day</td></tr>""");
            }

            page.EndTable();
        });
}
