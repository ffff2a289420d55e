using System.Globalization;
using Newswire.Partners;
using Newswire.Partners.Webhooks;

namespace Newswire.Formats.Html.Operations;

/// <summary>One partner: what it may have, its keys, how it is told of changes, <c>/newsroom/partners/{partner}</c>. Pure.</summary>
public static class PartnerPage
{
    /// <summary>The page.</summary>
    /// <param name="context">Where and for whom.</param>
    /// <param name="partner">The partner.</param>
    /// <param name="webhook">Where it is told of changes; null for nowhere.</param>
    /// <param name="now">The moment.</param>
    /// <param name="notice">What was just done; null for nothing.</param>
    public static byte[] Write(
        OperationsContext context, Partner partner, Webhook? webhook, DateTimeOffset now, string? notice) => OperationsFrame.Write(
        context,
        partner.Title,
        (page, path) =>
        {
            page.WriteNotice(notice);
            page.WriteLine($"""
                <dl class="facts">
                <div><dt>{OperationsText.Name}</dt><dd><code>{partner.Name}</code></dd></div>
                <div><dt>Contact</dt><dd dir="auto">{partner.Contact ?? "–"}</dd></div>
                <div><dt>Profile</dt><dd>{partner.Profile.ToString()}</dd></div>
                <div><dt>Quota</dt><dd>{partner.Quota.PerHour.ToString("N0", CultureInfo.InvariantCulture)} an hour, {partner.Quota.PerDay.ToString("N0", CultureInfo.InvariantCulture)} a day</dd></div>
                <div><dt>Early access</dt><dd>{(partner.EarlyAccess is { } early ? early.ToString("c", CultureInfo.InvariantCulture) + " before readers" : "none")}</dd></div>
                <div><dt>Feeds</dt><dd>{(partner.Feeds.Count > 0 ? string.Join(", ", partner.Feeds) : "none yet")}</dd></div>
                </dl>
                <p class="acts">
                <a class="button" href="{path.To(OperationsPaths.Usage)}?partner={Uri.EscapeDataString(partner.Name)}">What it takes</a>
                <a class="button" href="{path.To(OperationsPaths.Preview)}?partner={Uri.EscapeDataString(partner.Name)}">What it gets</a>
                </p>
                """);
            WriteKeys(page, path, partner, now);
            WriteWebhook(page, webhook);
        });

    private static void WriteKeys(HtmlMarkup page, PagePath path, Partner partner, DateTimeOffset now)
    {
        page.WriteLine($"<h2>{OperationsText.Keys}</h2>");
        if (partner.Keys.Count > 0)
        {
            page.BeginTable("Keys", "Key", OperationsText.Name, OperationsText.State, OperationsText.Created, "Expires", OperationsText.Acts);
            foreach (var key in partner.Keys.Reverse())
            {
                page.Write($"""<tr><th scope="row"><code>{key.Id}</code></th><td dir="auto">{key.Name ?? "–"}</td><td>""");
                var state = key.StateAt(now);
                page.WriteMark(
                    state == PartnerKeyState.Good ? "good" : "quiet",
                    state switch { PartnerKeyState.Good => OperationsText.KeyGood, PartnerKeyState.Expired => OperationsText.KeyExpired, _ => OperationsText.KeyRevoked });
                page.Write($"</td><td>").WriteMoment(key.Created);
                page.Write($"</td><td>").WriteMoment(key.Expires);
                page.Write($"</td><td>");
                if (state == PartnerKeyState.Good)
                {
                    page.Write($"""<a href="{path.To(OperationsPaths.PartnerKey(partner.Name, key.Id))}">{OperationsText.Revoke}<span class="unseen"> {key.Id}</span> …</a>""");
                }

                page.WriteLine($"</td></tr>");
            }

            page.EndTable();
        }
        else
        {
            page.WriteLine($"<p>It has none, so it can ask for nothing.</p>");
        }

        page.WriteLine($"""
            <h3>Make a key</h3>
            <form class="ask" method="post" action="{path.To(OperationsPaths.PartnerKeys(partner.Name))}">
            <label>What to call it <input name="name" maxlength="{PartnerLimits.MaxName}" autocomplete="off"></label>
            <label>Last day (UTC), if any <input type="date" name="last"></label>
            <button>Make a key</button>
            <p>It works beside those that are there, so the partner can change over when it likes. It is shown once, on the next page.</p>
            </form>
            """);
    }

    private static void WriteWebhook(HtmlMarkup page, Webhook? webhook)
    {
        page.WriteLine($"<h2>Webhook</h2>");
        if (webhook is null)
        {
            page.WriteLine($"<p>It is not told of changes; it can follow its change stream.</p>");
            return;
        }

        var (kind, word) = webhook switch
        {
            { Disabled: not null } => ("bad", "The partner wants no more (410)"),
            { Failures: > 0 } => ("bad", OperationsMarkup.Count(webhook.Failures, "failure since the last success", "failures since the last success")),
            { PendingSince: not null } => ("waits", "Something waits"),
            _ => ("good", "All told"),
        };
        page.Write($"""<dl class="facts"><div><dt>{OperationsText.State}</dt><dd>""").WriteMark(kind, word);
        page.Write($"</dd></div><div><dt>Host</dt><dd>{WebhookAddress.HostOf(webhook.Url)}</dd></div><div><dt>Last success</dt><dd>").WriteMoment(webhook.LastSuccess);
        page.Write($"</dd></div><div><dt>Last failure</dt><dd>").WriteMoment(webhook.LastFailure);
        page.Write($"</dd></div><div><dt>Last answer</dt><dd>{webhook.LastStatus?.ToString(CultureInfo.InvariantCulture) ?? "–"}</dd></div><div><dt>Next attempt</dt><dd>").WriteMoment(webhook.NextAttempt);
        page.WriteLine($"</dd></div><div><dt>Given up</dt><dd>{OperationsMarkup.Count(webhook.DeadLetters.Count(letter => letter.Delivered is null), "delivery", "deliveries")}</dd></div></dl>");
    }
}
