using Microsoft.Extensions.Configuration;
using Newswire.Auditing;

namespace Newswire.Http.Auditing;

/// <summary>Reads how long it is kept who did what, and refuses times that are none.</summary>
internal static class AuditSettings
{
    /// <exception cref="InvalidOperationException">A setting is not usable; the message names it.</exception>
    public static AuditOptions Read(IConfiguration configuration)
    {
        var section = configuration.GetSection(AuditOptions.Section);
        var options = section.Get<AuditOptions>() ?? new AuditOptions();
        section.Demand(options.KeptDays is >= 1 and <= 36_600, nameof(options.KeptDays), "from 1 to 36600");
        return options;
    }
}
