using Newswire.Auditing;

namespace Newswire.Formats.Html.Operations;

/// <summary>Who did what and what came of it, <c>/newsroom/audit</c>. Pure.</summary>
public static class AuditLogPage
{
    private static readonly Dictionary<string, string> Acts = new(StringComparer.Ordinal)
    {
        [AuditActs.WithdrawArticle] = "Withdrew an article",
        [AuditActs.EraseArticle] = "Erased an article",
        [AuditActs.DefineFeed] = "Defined a feed",
        [AuditActs.RetireFeed] = "Gave a feed up",
        [AuditActs.PutPartner] = "Made or replaced a partner’s record",
        [AuditActs.RemovePartner] = "Removed a partner",
        [AuditActs.MakePartnerKey] = "Made a key for a partner",
        [AuditActs.RevokePartnerKey] = "Revoked a partner’s key",
        [AuditActs.SetWebhook] = "Set a webhook",
        [AuditActs.RemoveWebhook] = "Removed a webhook",
        [AuditActs.MakeWebhookSecret] = "Made a webhook’s secret",
        [AuditActs.RemoveWebhookSecret] = "Removed a webhook’s secret",
        [AuditActs.RepeatWebhook] = "Told a partner again",
        [AuditActs.PingWebhook] = "Pinged a webhook",
        [AuditActs.MakePublisherKey] = "Made a publisher key",
        [AuditActs.RevokePublisherKey] = "Revoked a publisher key",
        [AuditActs.RetryPoison] = "Tried poison messages again",
        [AuditActs.DeletePoison] = "Deleted poison messages",
        [AuditActs.Rebuild] = "Rebuild",
        [AuditActs.SetConnector] = "Made or changed a connector",
        [AuditActs.RemoveConnector] = "Removed a connector",
        [AuditActs.TakeCatalog] = "Took an exported catalog back",
    };

    /// <summary>The page.</summary>
    /// <param name="context">Where and for whom.</param>
    /// <param name="log">What is shown.</param>
    /// <param name="isNewest">Whether it begins with the newest act.</param>
    public static byte[] Write(OperationsContext context, AuditPage log, bool isNewest) => OperationsFrame.Write(
        context,
        OperationsText.Audit,
        (page, path) =>
        {
            if (log.Entries.Count == 0)
            {
                page.WriteLine($"<p>Nothing is recorded.</p>");
            }
            else
            {
                WriteEntries(page, path, log.Entries);
            }

            page.WriteLine($"""<p class="acts">""");
            if (!isNewest)
            {
                page.WriteLine($"""<a class="button" href="{path.To(OperationsPaths.Audit)}">{OperationsText.Newest}</a>""");
            }

            if (log.Next is { } next)
            {
                page.WriteLine($"""<a class="button" href="{path.To(OperationsPaths.Audit)}?after={next}">{OperationsText.Older}</a>""");
            }

            page.WriteLine($"</p>");
        },
        "Each act is written down before it is done and once more when it is known what came of it. Publishing is not in here: the catalog has every version.");

    private static void WriteEntries(HtmlMarkup page, PagePath path, IReadOnlyList<AuditEntry> entries)
    {
        page.BeginTable(OperationsText.Audit, "What", "On", "Who", OperationsText.When, "Outcome");
        foreach (var entry in entries)
        {
            page.Write($"""<tr><th scope="row">{Acts.GetValueOrDefault(entry.Act, entry.Act)}</th><td>""");
            if (entry is { Act: AuditActs.WithdrawArticle or AuditActs.EraseArticle, Subject: { } id } && Articles.ArticleId.IsValid(id))
            {
                page.Write($"""<a href="{path.To(OperationsPaths.Article(id))}"><code>{id}</code></a>""");
            }
            else if (entry.Subject is { } subject)
            {
                page.Write($"""<code dir="auto">{subject}</code>""");
            }

            page.Write($"""</td><td><bdi>{entry.Who.Name}</bdi> <span class="count">{(entry.Who.KeyId is { } key ? $"{key}, {entry.Who.Way}" : entry.Who.Way)}</span></td><td>""").WriteMoment(entry.When);
            page.Write($"</td><td>");
            var (kind, word) = entry.Outcome?.Result switch
            {
                AuditResult.Done => ("good", "Done"),
                AuditResult.Refused => ("quiet", "Refused"),
                AuditResult.Unknown => ("bad", "Not known"),
                _ => ("waits", "Begun"),
            };
            page.WriteMark(kind, word).WriteLine($""" <span class="count">{entry.Outcome?.Detail ?? ""}</span></td></tr>""");
        }

        page.EndTable();
    }
}
