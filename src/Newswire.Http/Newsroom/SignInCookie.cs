using System.Net;
using Microsoft.AspNetCore.Http;
using Newswire.Formats.Html.Operations;

namespace Newswire.Http.Newsroom;

/// <summary>
/// The cookie in which a browser keeps the publisher key that somebody signed in with (RFC 6265): until it is closed, for
/// pages below <c>/newsroom</c> only, not readable by scripts, not sent from other sites. <c>/api</c> never looks at it.
/// </summary>
/// <param name="basePath">What stands before <c>/newsroom</c> under this host; empty for nothing.</param>
internal sealed class SignInCookie(string basePath)
{
    /// <summary>Its name.</summary>
    public const string Name = "newswire-newsroom";

    private const int MaxLength = 256;

    /// <summary>The key in the request; null when there is none that could be one.</summary>
    public static string? Find(HttpRequest request) =>
        request.Cookies.TryGetValue(Name, out var key) && key.Length is > 0 and <= MaxLength ? key : null;

    /// <summary>Has the browser keep the key.</summary>
    public void Set(HttpRequest request, string key) =>
        request.HttpContext.Response.Cookies.Append(Name, key, OptionsFor(request));

    /// <summary>Has the browser forget it.</summary>
    public void Clear(HttpRequest request) => request.HttpContext.Response.Cookies.Delete(Name, OptionsFor(request));

    private CookieOptions OptionsFor(HttpRequest request) => new()
    {
        Path = basePath + OperationsPaths.Overview,
        HttpOnly = true,
        SameSite = SameSiteMode.Strict,

        // A proxy in front may have ended TLS, so what we see of the scheme counts on this machine only.
        Secure = request.IsHttps || !IsLoopback(request.Host.Host),
        IsEssential = true,
    };

    private static bool IsLoopback(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
