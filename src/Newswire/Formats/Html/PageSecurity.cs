using System.Security.Cryptography;
using System.Text;

namespace Newswire.Formats.Html;

/// <summary>
/// What a page for people may do in a browser: show pictures, use exactly the style and the script that stand in it, ask
/// its own host (for feeds, and for what notifications need), and nothing else. Whatever an article manages to smuggle into a page is not run (W3C Content Security Policy 3).
/// </summary>
public static class PageSecurity
{
    /// <summary>The style of all pages, as it stands between the tags.</summary>
    internal static readonly string Style = EmbeddedText.Of("page.css") + EmbeddedText.Of("push-panel.css");

    /// <summary>The script of all pages, as it stands between the tags.</summary>
    internal static readonly string Script =
        EmbeddedText.Of("page.js") + EmbeddedText.Of("push.js") + EmbeddedText.Of("push-panel.js");

    /// <summary>The part of the policy that a page states itself, for those who get it from elsewhere.</summary>
    internal static readonly string PagePolicy =
        $"default-src 'none'; img-src http: https:; style-src {Hash(Style)}; script-src {Hash(Script)}; "
        + "connect-src 'self'; worker-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'";

    /// <summary>
    /// The value of the header <c>Content-Security-Policy</c> for every HTML page. Beyond what the page says itself it
    /// forbids to show it in a frame, which only a header can.
    /// </summary>
    public static string ContentSecurityPolicy { get; } = PagePolicy + "; frame-ancestors 'none'";

    /// <summary>Allows exactly this text, as it stands between the tags, and no other (CSP 3 §2.3.1).</summary>
    internal static string Hash(string text) =>
        $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}'";
}
