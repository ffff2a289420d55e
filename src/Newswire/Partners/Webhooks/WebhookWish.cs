using Newswire.Json;

namespace Newswire.Partners.Webhooks;

/// <summary>What a newsroom says of a partner's webhook.</summary>
/// <param name="Url">Where the partner wants to be told.</param>
public sealed record WebhookWish(string Url)
{
    /// <summary>Bytes of what is sent: 8 KiB.</summary>
    public const int MaxBytes = 8 * 1024;

    /// <summary>Reads <c>{"url": …}</c>.</summary>
    /// <param name="json">What was sent.</param>
    /// <param name="allowLoopback">See <see cref="WebhookOptions.AllowLoopback"/>.</param>
    public static JsonOutcome<WebhookWish> Read(ReadOnlyMemory<byte> json, bool allowLoopback) =>
        StrictJson.Read(json, MaxBytes, (members, faults) =>
        {
            var (url, fault) = members.Text("url") is { } sent
                ? WebhookAddress.Read(sent, allowLoopback)
                : (null, "Is missing: say where the partner wants to be told of changes.");
            if (fault is not null)
            {
                faults.Add(new Fault("/url", fault));
            }

            return url is null ? null : new WebhookWish(url);
        });

    /// <summary>The address is not for people to see.</summary>
    public override string ToString() => WebhookAddress.HostOf(Url);
}
