using Newswire.Keys;

namespace Newswire.Formats.Html.Operations;

/// <summary>The publisher keys, <c>/newsroom/keys</c>. Pure.</summary>
public static class KeysPage
{
    /// <summary>The page.</summary>
    /// <param name="context">Where and for whom.</param>
    /// <param name="keys">The keys, those that open nothing any more included.</param>
    /// <param name="own">The id of the key that somebody signed in with.</param>
    /// <param name="notice">What was just done; null for nothing.</param>
    public static byte[] Write(OperationsContext context, IReadOnlyList<PublisherKey> keys, string own, string? notice) => OperationsFrame.Write(
        context,
        "Publisher keys",
        (page, path) =>
        {
            page.WriteNotice(notice);
            page.BeginTable("Publisher keys", OperationsText.Name, "Key", OperationsText.State, OperationsText.Created, "Revoked", OperationsText.Acts);
            foreach (var key in keys.OrderBy(key => key.Revoked is not null).ThenByDescending(key => key.Created))
            {
                page.Write($"""<tr><th scope="row" dir="auto">{key.Name}{(key.Id == own ? " (yours)" : "")}</th><td><code>{key.Id}</code></td><td>""");
                page.WriteMark(key.Revoked is null ? "good" : "quiet", key.Revoked is null ? OperationsText.KeyGood : OperationsText.KeyRevoked);
                page.Write($"</td><td>").WriteMoment(key.Created);
                page.Write($"</td><td>").WriteMoment(key.Revoked);
                page.Write($"</td><td>");
                if (key.Revoked is null)
                {
                    page.Write($"""<a href="{path.To(OperationsPaths.Key(key.Id))}">{OperationsText.Revoke}<span class="unseen"> {key.Id}</span> …</a>""");
                }

                page.WriteLine($"</td></tr>");
            }

            page.EndTable();
        },
        "Whoever has one may publish, and do all that these pages do. They are made on the command line, by those who may reach storage.");
}
