using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Newswire.Http;
using Newswire.Http.Push;

namespace Newswire.Functions;

/// <summary>Readers' browsers subscribing to notifications.</summary>
public sealed class PushTriggers(PushApi push)
{
    /// <summary><c>GET /push/key</c>.</summary>
    [Function("GetPushKey")]
    public Task<IResult> GetKeyAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Routes.PushKey)] HttpRequest request) =>
        push.GetKeyAsync(request);

    /// <summary><c>POST /push/subscriptions</c>.</summary>
    [Function("PostPushSubscription")]
    public Task<IResult> SubscribeAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Routes.PushSubscriptions)] HttpRequest request) =>
        push.SubscribeAsync(request);

    /// <summary><c>DELETE /push/subscriptions</c>.</summary>
    [Function("DeletePushSubscription")]
    public Task<IResult> UnsubscribeAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = Routes.PushSubscriptions)] HttpRequest request) =>
        push.UnsubscribeAsync(request);
}
