using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Newswire.Http;
using Newswire.Http.Partners;

namespace Newswire.Functions;

/// <summary>Partners' webhooks, for the newsroom. Its key is asked for behind the triggers.</summary>
public sealed class PartnerWebhookTriggers(WebhooksApi webhooks)
{
    /// <summary><c>GET /api/partners/{partner}/webhook</c>.</summary>
    [Function("GetPartnerWebhook")]
    public Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Routes.PartnerWebhook)] HttpRequest request, string partner) =>
        webhooks.GetAsync(request, partner);

    /// <summary><c>PUT /api/partners/{partner}/webhook</c>.</summary>
    [Function("PutPartnerWebhook")]
    public Task<IResult> PutAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = Routes.PartnerWebhook)] HttpRequest request, string partner) =>
        webhooks.PutAsync(request, partner);

    /// <summary><c>DELETE /api/partners/{partner}/webhook</c>.</summary>
    [Function("DeletePartnerWebhook")]
    public Task<IResult> DeleteAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = Routes.PartnerWebhook)] HttpRequest request, string partner) =>
        webhooks.DeleteAsync(request, partner);

    /// <summary><c>POST /api/partners/{partner}/webhook/secrets</c>.</summary>
    [Function("PostPartnerWebhookSecret")]
    public Task<IResult> PostSecretAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Routes.PartnerWebhookSecrets)] HttpRequest request, string partner) =>
        webhooks.PostSecretAsync(request, partner);

    /// <summary><c>DELETE /api/partners/{partner}/webhook/secrets/{secret}</c>.</summary>
    [Function("DeletePartnerWebhookSecret")]
    public Task<IResult> DeleteSecretAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = Routes.PartnerWebhookSecret)] HttpRequest request,
        string partner,
        string secret) =>
        webhooks.DeleteSecretAsync(request, partner, secret);

    /// <summary><c>POST /api/partners/{partner}/webhook/dead/{letter}</c>.</summary>
    [Function("PostPartnerWebhookDead")]
    public Task<IResult> PostDeadAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Routes.PartnerWebhookDead)] HttpRequest request,
        string partner,
        string letter) =>
        webhooks.PostDeadAsync(request, partner, letter);

    /// <summary><c>POST /api/partners/{partner}/webhook/ping</c>.</summary>
    [Function("PostPartnerWebhookPing")]
    public Task<IResult> PostPingAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Routes.PartnerWebhookPing)] HttpRequest request, string partner) =>
        webhooks.PostPingAsync(request, partner);
}
