using Microsoft.Extensions.Configuration;
using Newswire.Partners.Usage;

namespace Newswire.Http;

/// <summary>Reads how long it is kept what partners have taken, and refuses times that are none.</summary>
internal static class UsageSettings
{
    /// <exception cref="InvalidOperationException">A setting is not usable; the message names it.</exception>
    public static UsageOptions Read(IConfiguration configuration)
    {
        var section = configuration.GetSection(UsageOptions.Section);
        var options = section.Get<UsageOptions>() ?? new UsageOptions();
        section.Demand(options.KeptDays is >= 1 and <= 3_660, nameof(options.KeptDays), "from 1 to 3660");
        return options;
    }
}
