namespace Newswire.Partners.Profiles;

/// <summary>Addresses that nobody on the way can read or change.</summary>
internal static class SecureAddress
{
    private const string Https = "https://";

    /// <summary>Whether an absolute address is one.</summary>
    public static bool Is(string url) => url.StartsWith(Https, StringComparison.OrdinalIgnoreCase);
}
