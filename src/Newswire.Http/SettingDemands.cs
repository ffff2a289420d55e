using Microsoft.Extensions.Configuration;

namespace Newswire.Http;

/// <summary>What settings have to be, said to whoever starts the process.</summary>
internal static class SettingDemands
{
    /// <exception cref="InvalidOperationException">It is not met; the message names the setting.</exception>
    public static void Demand(this IConfigurationSection section, bool met, string name, string expected)
    {
        if (!met)
        {
            throw new InvalidOperationException($"The setting {section.Path}:{name} must be {expected}.");
        }
    }
}
