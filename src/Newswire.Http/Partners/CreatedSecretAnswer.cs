using System.Text;

namespace Newswire.Http.Partners;

/// <summary>The answer to a webhook or a secret that was made.</summary>
/// <param name="Secret">The secret as the partner has to have it. It is shown this once.</param>
/// <param name="Webhook">The webhook.</param>
internal sealed record CreatedSecretAnswer(string Secret, WebhookAnswer Webhook)
{
    // A record prints all it has, and the secret must not be.
    private bool PrintMembers(StringBuilder builder)
    {
        builder.Append("Webhook = ").Append(Webhook);
        return true;
    }
}
