using System.Diagnostics.CodeAnalysis;

namespace Newswire.WebPush;

/// <summary>Hosts by name: one, or with <c>*.</c> before it every one below it.</summary>
/// <remarks>
/// Compared label by label in the ASCII form a connection asks for, so that neither a name that only ends alike
/// (<c>evilpush.apple.com.attacker.example</c>, <c>notpush.apple.com</c>) nor one that only looks alike matches.
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
        if (!Uri.TryCreate($"https://{host}/", UriKind.Absolute, out var uri)
            || uri.HostNameType != UriHostNameType.Dns
            || !uri.Host.Equals(host, StringComparison.OrdinalIgnoreCase)
            || (hasStar && !host.Contains('.', StringComparison.Ordinal)))
        {
            return false;
        }

        pattern = new HostPattern(uri.IdnHost, hasStar);
        return true;
    }

    /// <summary>Whether the host is meant.</summary>
    /// <param name="host">A host in ASCII form (<see cref="Uri.IdnHost"/>), whatever its case.</param>
    public bool Matches(string host) =>
        isBelow
            ? host.Length > name.Length + 1
                && host[^(name.Length + 1)] == '.'
                && host.EndsWith(name, StringComparison.OrdinalIgnoreCase)
            : host.Equals(name, StringComparison.OrdinalIgnoreCase);
}
