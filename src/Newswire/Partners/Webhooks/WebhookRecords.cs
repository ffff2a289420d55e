using System.Runtime.CompilerServices;
using Newswire.Delivery;
using Newswire.Storage;

namespace Newswire.Partners.Webhooks;

/// <summary>
/// The webhooks of the partners, each an object of its own: it changes with every delivery, and the records are read by
/// everybody all the time. Whoever asks has looked whether there is such a partner.
/// </summary>
public sealed class WebhookRecords(IObjectStore store, TimeProvider time)
{
    private readonly SharedState<Webhook> webhooks = new(store, WebhookJson.Stored.Webhook);

    /// <summary>The partner's webhook; null when it has none.</summary>
    /// <exception cref="StorageAwayException">Storage did not answer.</exception>
    public Task<Webhook?> FindAsync(string partner, CancellationToken cancellationToken) =>
        webhooks.ReadAsync(WebhookPaths.Path(partner), cancellationToken);

    /// <summary>The partners that have a webhook, in the order of their names.</summary>
    /// <exception cref="StorageAwayException">Storage did not answer.</exception>
    public async IAsyncEnumerable<string> PartnersAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var name in store.ListAsync(Containers.Partners, WebhookPaths.Prefix, cancellationToken))
        {
            yield return WebhookPaths.PartnerOf(name);
        }
    }

    /// <summary>
    /// Sets where a partner is told. One that has a webhook keeps its secrets and how far it has come; what went wrong before
    /// is forgotten, and so is that it wanted no more.
    /// </summary>
    /// <param name="partner">The partner.</param>
    /// <param name="url">Where it is told.</param>
    /// <param name="begin">Behind what a new webhook begins; null for the beginning of the stream.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>The webhook, and whether it is new: then its secret has to be shown.</returns>
    /// <exception cref="StorageAwayException">If a secret was made, nobody knows it; make another.</exception>
    public async Task<(Webhook Webhook, bool IsNew)> SetAsync(
        string partner, string url, Changes.ChangeCursor? begin, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var made = new Webhook(url, now, [WebhookSecret.Make(now)]) { Cursor = begin };
        var stored = await ChangeAsync(
            partner,
            before => before is null ? made : WebhookRules.Forgiven(before) with
            {
                Url = url,
                Set = now > before.Set ? now : before.Set.AddTicks(1),
            },
            cancellationToken);
        return (stored!, ReferenceEquals(stored, made));
    }

    /// <summary>Takes the webhook away; nothing is told any more. False when there was none.</summary>
    /// <exception cref="StorageAwayException">Nothing is promised; saying it again is harmless.</exception>
    public async Task<bool> RemoveAsync(string partner, CancellationToken cancellationToken)
    {
        var was = false;
        await ChangeAsync(
            partner,
            before =>
            {
                was = before is not null;
                return null;
            },
            cancellationToken);
        return was;
    }

    /// <summary>Takes the webhook away whose partner is no more, unless it was set since.</summary>
    /// <exception cref="StorageAwayException">Nothing is promised; doing it again is harmless.</exception>
    internal Task RemoveAsync(string partner, Webhook webhook, CancellationToken cancellationToken) => ChangeAsync(
        partner, before => before?.Set == webhook.Set ? null : before, cancellationToken);

    /// <summary>Makes a secret beside the one there is; both sign until the older one is removed.</summary>
    /// <returns>The secret; null when there are two already, or no webhook.</returns>
    /// <exception cref="StorageAwayException">If a secret was made, nobody knows it; remove it and make another.</exception>
    public async Task<WebhookSecret?> AddSecretAsync(string partner, CancellationToken cancellationToken)
    {
        var made = WebhookSecret.Make(time.GetUtcNow());
        var after = await ChangeAsync(
            partner,
            before => before is { Secrets.Count: < 2 } ? before with { Secrets = [made, .. before.Secrets] } : before,
            cancellationToken);
        return after?.Secrets.FirstOrDefault(secret => secret == made);
    }

    /// <summary>Takes a secret out of use; the only one stays.</summary>
    /// <returns>The webhook after that; null when there is none.</returns>
    /// <exception cref="StorageAwayException">Nothing is promised; saying it again is harmless.</exception>
    public Task<Webhook?> RemoveSecretAsync(string partner, string id, CancellationToken cancellationToken) => ChangeAsync(
        partner,
        before => before is { Secrets.Count: > 1 } && before.Secrets.Any(secret => secret.Id == id)
            ? before with { Secrets = [.. before.Secrets.Where(secret => secret.Id != id)] }
            : before,
        cancellationToken);

    /// <summary>
    /// Goes back to where a dead letter begins, so that all behind it is told once more. The letter stays, so that saying it
    /// again is harmless.
    /// </summary>
    /// <returns>Whether there is such a letter.</returns>
    /// <exception cref="StorageAwayException">Nothing is promised; saying it again is harmless.</exception>
    public async Task<bool> TellAgainAsync(string partner, string letter, CancellationToken cancellationToken)
    {
        var isThere = false;
        await ChangeAsync(
            partner,
            before =>
            {
                var found = before?.DeadLetters.FirstOrDefault(dead => dead.Id == letter);
                isThere = found is not null;
                return found is null ? before : WebhookRules.Again(before!, found);
            },
            cancellationToken);
        return isThere;
    }

    /// <summary>Changes a webhook; see <see cref="SharedState{T}.ChangeAsync"/>.</summary>
    internal Task<Webhook?> ChangeAsync(
        string partner, Func<Webhook?, Webhook?> change, CancellationToken cancellationToken) =>
        webhooks.ChangeAsync(WebhookPaths.Path(partner), change, cancellationToken);
}
