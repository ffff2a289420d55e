using System.Text;

namespace Newswire.Articles.Html;

/// <summary>Turns an address found in markup into one that means the same everywhere.</summary>
internal static class WebAddress
{
    /// <summary>Characters of an absolute address; longer ones are tracking or worse, and break clients.</summary>
    public const int MaxLength = 2048;

    private static readonly string ControlsAndSpace =
        string.Concat(Enumerable.Range(0, ' ' + 1).Select(code => (char)code)) + "\u00a0\ufeff";

    /// <summary>The absolute http or https address; null if there is none.</summary>
    public static string? Resolve(string? raw, Uri? baseUrl) =>
        Resolve(raw, baseUrl, static scheme => scheme is "http" or "https");

    /// <summary>As <see cref="Resolve(string?, Uri?)"/>; a link may also write a mail or dial a number.</summary>
    public static string? ResolveLink(string? raw, Uri baseUrl) =>
        Resolve(raw, baseUrl, static scheme => scheme is "http" or "https" or "mailto" or "tel");

    private static string? Resolve(string? raw, Uri? baseUrl, Func<string, bool> allows)
    {
        if (string.IsNullOrWhiteSpace(raw) || raw.Length > 2 * MaxLength)
        {
            return null;
        }

        var address = AsBrowsersRead(raw);
        if (address.Length == 0 || !TryCreate(address, baseUrl, out var uri) || !uri.IsAbsoluteUri || !allows(uri.Scheme))
        {
            return null;
        }

        var isWeb = uri.Scheme is "http" or "https";
        var absolute = isWeb && uri.Host.Length == 0 ? "" : Ascii(uri);
        return absolute.Length is > 0 and <= MaxLength && XmlText.IsClean(absolute) ? absolute : null;
    }

    /// <summary>RSS and many clients take URIs (RFC 3986), not IRIs: the host in Punycode, the rest percent-encoded.</summary>
    private static string Ascii(Uri uri) =>
        uri.Host.All(char.IsAscii) ? uri.AbsoluteUri : new UriBuilder(uri) { Host = uri.IdnHost }.Uri.AbsoluteUri;

    private static bool TryCreate(string address, Uri? baseUrl, out Uri uri)
    {
        // On Unix a rooted path is an absolute file URI to Uri unless it is known to be relative.
        var kind = address[0] is '/' or '?' or '#' or '.' ? UriKind.Relative : UriKind.RelativeOrAbsolute;
        if (!Uri.TryCreate(address, kind, out uri!))
        {
            return false;
        }

        return uri.IsAbsoluteUri || (baseUrl is not null && Uri.TryCreate(baseUrl, uri, out uri!));
    }

    /// <summary>Browsers drop tabs and line ends anywhere and controls at both ends (WHATWG URL §4.4).</summary>
    private static string AsBrowsersRead(string raw)
    {
        var kept = new StringBuilder(raw.Length);
        foreach (var c in raw.AsSpan().Trim(ControlsAndSpace))
        {
            if (c is not ('\t' or '\n' or '\r'))
            {
                kept.Append(c);
            }
        }

        return kept.ToString();
    }
}
