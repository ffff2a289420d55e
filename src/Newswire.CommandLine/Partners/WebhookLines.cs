using System.Text.Json;

namespace Newswire.CommandLine.Partners;

/// <summary>What is shown of a webhook, a line for each thing.</summary>
internal static class WebhookLines
{
    private static readonly (string Member, string Heading)[] Plain =
    [
        ("host", "host"), ("isPending", "something waits"), ("pendingSince", "since"), ("failures", "failures in a row"), ("nextAttempt", "next attempt"),
        ("lastSuccess", "last success"), ("lastFailure", "last failure"), ("lastStatus", "last status"), ("disabled", "wants no more since"),
    ];

    public static IEnumerable<string[]> Of(JsonElement webhook)
    {
        foreach (var (member, heading) in Plain)
        {
            if (webhook.TryGetProperty(member, out var value))
            {
                yield return [heading, value.ToString().ToLowerInvariant()];
            }
        }

        foreach (var secret in webhook.GetProperty("secrets").EnumerateArray())
        {
            yield return ["secret", secret.GetProperty("id").ToString()];
        }

        foreach (var letter in webhook.GetProperty("deadLetters").EnumerateArray())
        {
            yield return ["given up", string.Join("  ", letter.EnumerateObject().Select(member => $"{member.Name} {member.Value}"))];
        }
    }
}
