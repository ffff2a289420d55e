using Microsoft.Extensions.Configuration;
using Newswire.Operations.Health;

namespace Newswire.Http.Operations;

/// <summary>Reads when it counts as well, and refuses limits that are none.</summary>
internal static class HealthSettings
{
    /// <exception cref="InvalidOperationException">A setting is not usable; the message names it.</exception>
    public static HealthOptions Read(IConfiguration configuration)
    {
        var section = configuration.GetSection(HealthOptions.Section);
        var options = section.Get<HealthOptions>() ?? new HealthOptions();
        section.Demand(
            options.MaxStorageTime >= TimeSpan.FromMilliseconds(100) && options.MaxStorageTime <= TimeSpan.FromMinutes(1),
            nameof(options.MaxStorageTime),
            "from 00:00:00.1 to 00:01:00");
        section.Demand(
            options.MaxLag >= TimeSpan.FromSeconds(1) && options.MaxLag <= TimeSpan.FromDays(1),
            nameof(options.MaxLag),
            "from 00:00:01 to 1.00:00:00");
        return options;
    }
}
