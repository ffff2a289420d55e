using Newswire.Partners.Webhooks;

namespace Newswire.Http.Partners;

/// <summary>What signs deliveries, as the newsroom sees it.</summary>
/// <param name="Id">What it is removed by.</param>
/// <param name="Created">When it was made.</param>
internal sealed record WebhookSecretAnswer(string Id, DateTimeOffset Created)
{
    public static WebhookSecretAnswer Of(WebhookSecret secret) => new(secret.Id, secret.Created);
}
