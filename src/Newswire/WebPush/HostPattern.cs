using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Newswire.WebPush;

/// <summary>Hosts by name: one, or with <c>*.</c> before it every one below it.</summary>
/// <remarks>
/// Compared label by label in ASCII, so that neither a name that only ends alike (<c>notpush.apple.com</c>) nor one that
/// only looks alike matches. An internationalised name is written as it is asked for, with <c>xn--</c>.
/// </remarks>
public sealed class HostPattern
{
    private const string Below = "*.";

    private readonly string name;
    private readonly bool isBelow;

    private HostPattern(string name, bool isBelow)
    {
        this.name = name;
        this.isBelow = isBelow;
    }

    /// <summary>Reads a pattern; false when the text is none.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out HostPattern? pattern)
    {
        pattern = null;
        if (text is null)
        {
            return false;
        }

        var hasStar = text.StartsWith(Below, StringComparison.Ordinal);
        var host = hasStar ? text[Below.Length..] : text;
        if (!Ascii.IsValid(host)
            || !Uri.TryCreate($"https://{host}/", UriKind.Absolute, out var uri)
            || uri.HostNameType != UriHostNameType.Dns
            || !uri.Host.Equals(host, StringComparison.OrdinalIgnoreCase)
            || (hasStar && !host.Contains('.', StringComparison.Ordinal)))
        {
            return false;
        }

        pattern = new HostPattern(host, hasStar);
        return true;
    }

    /// <summary>Whether the host is meant.</summary>
    /// <param name="host">A host, whatever its case.</param>
    public bool Matches(string host)
    {
        ArgumentNullException.ThrowIfNull(host);
        if (!isBelow)
        {
            return Ascii.EqualsIgnoreCase(host, name);
        }

        var dot = host.Length - name.Length - 1;
        return dot > 0 && host[dot] == '.' && Ascii.EqualsIgnoreCase(host.AsSpan(dot + 1), name);
    }
}
