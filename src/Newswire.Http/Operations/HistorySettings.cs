using Microsoft.Extensions.Configuration;
using Newswire.Operations.History;

namespace Newswire.Http.Operations;

/// <summary>Reads how long history is kept, and refuses times that are none.</summary>
internal static class HistorySettings
{
    /// <exception cref="InvalidOperationException">A setting is not usable; the message names it.</exception>
    public static HistoryOptions Read(IConfiguration configuration)
    {
        var section = configuration.GetSection(HistoryOptions.Section);
        var options = section.Get<HistoryOptions>() ?? new HistoryOptions();
        section.Demand(
            options.KeptDays is >= 1 and <= HistoryLimits.MaxDays, nameof(options.KeptDays), $"from 1 to {HistoryLimits.MaxDays}");
        return options;
    }
}
