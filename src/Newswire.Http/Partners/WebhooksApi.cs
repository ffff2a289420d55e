using Microsoft.AspNetCore.Http;
using Newswire.Http.Ingest;
using Newswire.Json;
using Newswire.Partners;
using Newswire.Partners.Webhooks;
using Newswire.Storage;

namespace Newswire.Http.Partners;

/// <summary>The newsroom's side of webhooks: where partners are told of changes, and what came of it. Every request needs a publisher key.</summary>
public sealed class WebhooksApi
{
    private static readonly string[] JsonTypes = ["application/json"];

    private readonly PublisherDoor door;
    private readonly PartnerRecords partners;
    private readonly WebhookRecords webhooks;
    private readonly WebhookNews news;
    private readonly WebhookPing ping;
    private readonly IMessageQueues queues;
    private readonly WebhookOptions options;

    internal WebhooksApi(
        PublisherDoor door,
        PartnerRecords partners,
        WebhookRecords webhooks,
        WebhookNews news,
        WebhookPing ping,
        IMessageQueues queues,
        WebhookOptions options) =>
        (this.door, this.partners, this.webhooks, this.news, this.ping, this.queues, this.options) =
        (door, partners, webhooks, news, ping, queues, options);

    /// <summary><c>GET /api/partners/{partner}/webhook</c>: how it stands with it.</summary>
    public Task<IResult> GetAsync(HttpRequest request, string partner) =>
        EnterAsync(request, partner, async cancellationToken =>
            await webhooks.FindAsync(partner, cancellationToken) is { } webhook
                ? Json(StatusCodes.Status200OK, await ShowAsync(partner, webhook, cancellationToken))
                : Problem.NoWebhook(partner).ToResult());

    /// <summary>
    /// <c>PUT /api/partners/{partner}/webhook</c>: sets where the partner is told, and tries it at once. 201 for a new one,
    /// whose secret is shown in this answer and never again; 200 for one that was there.
    /// </summary>
    public Task<IResult> PutAsync(HttpRequest request, string partner) =>
        EnterAsync(request, partner, async cancellationToken =>
        {
            var (content, problem) = await RequestContent.ReadAsync(
                request, "What is said of a webhook", WebhookWish.MaxBytes, JsonTypes, cancellationToken);
            if (content is null)
            {
                return problem!.ToResult();
            }

            return WebhookWish.Read(content.Bytes, options.AllowLoopback) switch
            {
                JsonOutcome<WebhookWish>.Malformed malformed => Problem.Malformed(malformed.Detail).ToResult(),
                JsonOutcome<WebhookWish>.Refused refused => Problem.Invalid(refused.Faults, "webhook").ToResult(),
                JsonOutcome<WebhookWish>.Accepted accepted =>
                    await SetAsync(partner, accepted.Value.Url, accepted.Ignored, cancellationToken),
                var outcome => throw new InvalidOperationException($"An outcome nobody knows: {outcome.GetType()}."),
            };
        });

    /// <summary><c>DELETE /api/partners/{partner}/webhook</c>: the partner is told of nothing any more.</summary>
    public Task<IResult> DeleteAsync(HttpRequest request, string partner) =>
        EnterAsync(request, partner, async cancellationToken =>
            await webhooks.RemoveAsync(partner, cancellationToken)
                ? Results.NoContent()
                : Problem.NoWebhook(partner).ToResult());

    /// <summary>
    /// <c>POST /api/partners/{partner}/webhook/secrets</c>: makes a secret beside the one there is, shown in this answer and
    /// never again; both sign.
    /// </summary>
    public Task<IResult> PostSecretAsync(HttpRequest request, string partner) =>
        EnterAsync(request, partner, async cancellationToken =>
        {
            var made = await webhooks.AddSecretAsync(partner, cancellationToken);
            return await webhooks.FindAsync(partner, cancellationToken) is not { } webhook ? Problem.NoWebhook(partner).ToResult()
                : made is null ? Problem.TooManySecrets.ToResult()
                : Created(partner, made, await ShowAsync(partner, webhook, cancellationToken));
        });

    /// <summary><c>DELETE /api/partners/{partner}/webhook/secrets/{secret}</c>: this one signs no more; the other one does.</summary>
    public Task<IResult> DeleteSecretAsync(HttpRequest request, string partner, string secret) =>
        EnterAsync(request, partner, async cancellationToken =>
            await webhooks.FindAsync(partner, cancellationToken) is not { } before ? Problem.NoWebhook(partner).ToResult()
            : before.Secrets.All(known => known.Id != secret) ? Problem.UnknownSecret(secret).ToResult()
            : (await webhooks.RemoveSecretAsync(partner, secret, cancellationToken))?.Secrets.Any(left => left.Id == secret) == true
                ? Problem.LastSecret.ToResult()
                : Results.NoContent());

    /// <summary>
    /// <c>POST /api/partners/{partner}/webhook/dead/{letter}</c>: tells once more what this delivery was about, and all that
    /// came behind it. 202, since it goes out by a message.
    /// </summary>
    public Task<IResult> PostDeadAsync(HttpRequest request, string partner, string letter) =>
        EnterAsync(request, partner, async cancellationToken =>
        {
            if (await webhooks.FindAsync(partner, cancellationToken) is null)
            {
                return Problem.NoWebhook(partner).ToResult();
            }

            if (!await webhooks.TellAgainAsync(partner, letter, cancellationToken))
            {
                return Problem.UnknownDeadLetter(letter).ToResult();
            }

            await TellAsync(partner, cancellationToken);
            return Results.StatusCode(StatusCodes.Status202Accepted);
        });

    /// <summary><c>POST /api/partners/{partner}/webhook/ping</c>: sends a delivery without changes and says what came of it.</summary>
    public Task<IResult> PostPingAsync(HttpRequest request, string partner) =>
        EnterAsync(request, partner, async cancellationToken =>
            await webhooks.FindAsync(partner, cancellationToken) is null ? Problem.NoWebhook(partner).ToResult()
            : await ping.SendAsync(partner, cancellationToken) is { } answer
                ? new JsonResult<PingAnswer>(StatusCodes.Status200OK, PingAnswer.Of(answer), HttpJson.Answers.PingAnswer)
                : new ProblemResult(Problem.NoStreamYet, TimeSpan.FromSeconds(2)));

    private Task<IResult> EnterAsync(HttpRequest request, string partner, Func<CancellationToken, Task<IResult>> work) =>
        door.EnterAsync(request, async cancellationToken =>
            await partners.FindAsync(partner, cancellationToken) is null
                ? Problem.UnknownPartner(partner).ToResult()
                : await work(cancellationToken));

    private async Task<IResult> SetAsync(
        string partner, string url, IReadOnlyList<string> ignored, CancellationToken cancellationToken)
    {
        // A new one begins with what changes from now on; what was before, the partner fetches from the stream.
        var end = await news.EndAsync(partner, cancellationToken);
        var (webhook, isNew) = await webhooks.SetAsync(partner, url, end, cancellationToken);
        if (await partners.FindAsync(partner, cancellationToken) is null)
        {
            // Somebody has removed it meanwhile, and another partner of this name must not find the webhook.
            await webhooks.RemoveAsync(partner, cancellationToken);
            return Problem.UnknownPartner(partner).ToResult();
        }

        await TellAsync(partner, cancellationToken);
        var shown = await ShowAsync(partner, webhook, cancellationToken, ignored);
        return isNew ? Created(partner, webhook.Secrets[0], shown) : Json(StatusCodes.Status200OK, shown);
    }

    private Task TellAsync(string partner, CancellationToken cancellationToken) =>
        queues.SendAsync(QueueNames.WebhookDeliver, new WebhookMessage(partner).ToString(), cancellationToken);

    private async Task<WebhookAnswer> ShowAsync(
        string partner, Webhook webhook, CancellationToken cancellationToken, IReadOnlyList<string>? ignored = null) =>
        WebhookAnswer.Of(partner, webhook, await news.HasMoreAsync(partner, webhook.Cursor, cancellationToken), ignored);

    private static JsonResult<CreatedSecretAnswer> Created(string partner, WebhookSecret secret, WebhookAnswer webhook)
    {
        var result = new JsonResult<CreatedSecretAnswer>(
            StatusCodes.Status201Created, new CreatedSecretAnswer(secret.Text, webhook), HttpJson.Answers.CreatedSecretAnswer);
        result.Headers["Location"] = $"/api/partners/{Uri.EscapeDataString(partner)}/webhook";
        return result;
    }

    private static JsonResult<WebhookAnswer> Json(int status, WebhookAnswer webhook) =>
        new(status, webhook, HttpJson.Answers.WebhookAnswer);
}
