using Newswire.Operations.Failures;

namespace Newswire.Formats.Html.Operations;

/// <summary>Messages that failed every time they were tried, <c>/newsroom/poison</c>. Pure.</summary>
public static class PoisonPage
{
    /// <summary>The page.</summary>
    /// <param name="context">Where and for whom.</param>
    /// <param name="queues">The queues that have any.</param>
    /// <param name="notice">What was just done; null for nothing.</param>
    public static byte[] Write(OperationsContext context, IReadOnlyList<QueuePoison> queues, string? notice) => OperationsFrame.Write(
        context,
        "Poison messages",
        (page, path) =>
        {
            page.WriteNotice(notice);
            if (queues.Count == 0)
            {
                page.WriteLine($"<p>There are none.</p>");
            }

            foreach (var queue in queues)
            {
                WriteQueue(page, path, queue);
            }
        },
        "Work that failed five times waits here until somebody decides. Nothing of an article is in a message; addresses are shown up to their host.");

    private static void WriteQueue(HtmlMarkup page, PagePath path, QueuePoison queue)
    {
        page.WriteLine($"""
            <h2>{queue.Queue} <span class="count">about {OperationsMarkup.Count(queue.Count, "message", "messages")}</span></h2>
            <p class="acts">
            <a class="button" href="{path.To(OperationsPaths.RetryPoison(queue.Queue))}">{OperationsText.RetryAll}<span class="unseen"> of {queue.Queue}</span> …</a>
            <a class="button final" href="{path.To(OperationsPaths.DeletePoison(queue.Queue))}">{OperationsText.DeleteAll}<span class="unseen"> of {queue.Queue}</span> …</a>
            </p>
            """);
        page.BeginTable("Poison messages of " + queue.Queue, "Message", "Set aside", OperationsText.Id, OperationsText.Acts);
        foreach (var message in queue.Messages)
        {
            var query = "?message=" + Uri.EscapeDataString(message.Id);
            page.Write($"""<tr><th scope="row"><code>{PoisonText.Of(message.Text)}</code></th><td>""").WriteMoment(message.Since);
            page.WriteLine($"""</td><td><code>{message.Id}</code></td><td><a href="{path.To(OperationsPaths.RetryPoison(queue.Queue))}{query}">{OperationsText.Retry}<span class="unseen"> {message.Id}</span> …</a> <a href="{path.To(OperationsPaths.DeletePoison(queue.Queue))}{query}">{OperationsText.Delete}<span class="unseen"> {message.Id}</span> …</a></td></tr>""");
        }

        page.EndTable();
    }
}
