namespace Newswire.Outbound;

/// <summary>Names of which it is known without asking that no public host has them.</summary>
internal static class SpecialUseNames
{
    /// <summary>The registry of special-use domain names (RFC 6761, 6762, 7686, 9476), and <c>internal</c>, which ICANN keeps for private networks.</summary>
    private static readonly string[] TopLabels =
        ["alt", "arpa", "example", "internal", "invalid", "local", "localhost", "onion", "test"];

    /// <summary>Whether the name is local to a machine or a network, or no name at all. A name without a dot is local.</summary>
    public static bool Includes(string host)
    {
        var name = host.AsSpan().TrimEnd('.');
        var label = name[(name.LastIndexOf('.') + 1)..].ToString();
        return label.Length == name.Length || TopLabels.Contains(label, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Whether the name is of this machine itself (RFC 6761 §6.3).</summary>
    public static bool IsLocalhost(string host) =>
        host.TrimEnd('.').Equals("localhost", StringComparison.OrdinalIgnoreCase);
}
