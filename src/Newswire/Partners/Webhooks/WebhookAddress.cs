using Newswire.Outbound;

namespace Newswire.Partners.Webhooks;

/// <summary>Where a partner wants to be told of changes.</summary>
internal static class WebhookAddress
{
    /// <summary>Characters of an address.</summary>
    public const int MaxLength = 2_048;

    /// <summary>The address in the form in which it is kept, or a sentence that says why it is refused.</summary>
    /// <param name="sent">What was sent.</param>
    /// <param name="allowLoopback">See <see cref="WebhookOptions.AllowLoopback"/>.</param>
    public static (string? Url, string? Fault) Read(string sent, bool allowLoopback)
    {
        if (sent.Length > MaxLength
            || !Uri.TryCreate(sent, UriKind.Absolute, out var address)
            || !PublicHttp.CanAsk(address)
            || (address.Scheme == Uri.UriSchemeHttp && !allowLoopback))
        {
            return (null, $"Must be an absolute https URL without user name and password, of at most {MaxLength} characters.");
        }

        if (address.Fragment.Length > 0)
        {
            return (null, "Must not have a fragment: it is never sent.");
        }

        // Below 1024 listen mail, remote shells and the like.
        if (address is { IsDefaultPort: false, Port: not (80 or 443) and < 1024 })
        {
            return (null, "Must have the port 443 or one from 1024 on.");
        }

        return PublicHttp.IsNeverPublic(address, allowLoopback)
            ? (null, "Must be on a public host.")
            : (address.AbsoluteUri, null);
    }

    /// <summary>The host: all of an address that is ever shown or logged, since whoever knows the rest could fake deliveries.</summary>
    public static string HostOf(string url) => new Uri(url).IdnHost;
}
