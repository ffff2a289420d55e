using Newswire.Outbound;

namespace Newswire.WebSub.Subscribing;

/// <summary>The callback of a subscriber: a URL that a stranger names and that we are to send requests to.</summary>
public static class Callback
{
    /// <summary>
    /// The form in which it is kept, compared and sent to, or a sentence that says why it is refused. Escapes that stand
    /// for unreserved characters are decoded (W3C WebSub §5.1.1), the scheme and host are in lower case.
    /// </summary>
    /// <param name="sent">What was sent.</param>
    /// <param name="allowLoopback">Whether this machine may be named, for development and tests.</param>
    public static (string? Url, string? Fault) Read(string sent, bool allowLoopback)
    {
        if (!Uri.TryCreate(sent, UriKind.Absolute, out var address) || !PublicHttp.CanAsk(address))
        {
            return (null, "hub.callback must be an absolute http or https URL without user name and password.");
        }

        if (address.Fragment.Length > 0)
        {
            return (null, "hub.callback must not have a fragment: it is never sent.");
        }

        // Below 1024 listen mail, remote shells and the like, and a GET can be made to read like what they understand.
        if (address is { IsDefaultPort: false, Port: not (80 or 443) and < 1024 })
        {
            return (null, "hub.callback must have the port 80, 443 or one from 1024 on.");
        }

        return PublicHttp.IsNeverPublic(address, allowLoopback)
            ? (null, "hub.callback must be on a public host.")
            : (address.AbsoluteUri, null);
    }

    /// <summary>The host of a callback that was read; hosts are what limits are about, and all of it that is ever logged.</summary>
    public static string HostOf(string callback) => new Uri(callback).IdnHost.TrimEnd('.').ToLowerInvariant();

    /// <summary>
    /// The callback with parameters behind those that it has itself, which stay as they are (W3C WebSub §5.1.1).
    /// </summary>
    public static Uri With(string callback, params IEnumerable<(string Name, string Value)> parameters)
    {
        var address = new Uri(callback);
        var join = address.Query switch { "" => "?", "?" => "", _ => "&" };
        return new Uri(callback + join + string.Join(
            '&', parameters.Select(parameter => $"{parameter.Name}={Uri.EscapeDataString(parameter.Value)}")));
    }
}
