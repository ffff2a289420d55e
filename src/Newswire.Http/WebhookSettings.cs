using Microsoft.Extensions.Configuration;
using Newswire.Partners.Webhooks;

namespace Newswire.Http;

/// <summary>Reads how changes are brought to partners and refuses bounds that are none.</summary>
internal static class WebhookSettings
{
    /// <exception cref="InvalidOperationException">A setting is not usable; the message names it.</exception>
    public static WebhookOptions Read(IConfiguration configuration)
    {
        var section = configuration.GetSection(WebhookOptions.Section);
        var options = section.Get<WebhookOptions>() ?? new WebhookOptions();
        section.Demand(options.MaxTime >= TimeSpan.FromSeconds(1) && options.MaxTime <= TimeSpan.FromMinutes(1), nameof(options.MaxTime), "from 1 to 60 seconds");
        section.Demand(options.SlowAfter > TimeSpan.Zero && options.SlowAfter <= options.MaxTime, nameof(options.SlowAfter), "positive and at most MaxTime");
        section.Demand(options.MinInterval >= TimeSpan.Zero && options.MinInterval <= TimeSpan.FromMinutes(1), nameof(options.MinInterval), "from 0 to 60 seconds");
        section.Demand(options.MaxChanges is >= 1 and <= 500, nameof(options.MaxChanges), "from 1 to 500");
        section.Demand(options.MaxBytes is >= 64 * 1024 and <= 8 * 1024 * 1024, nameof(options.MaxBytes), "from 65536 to 8388608");
        section.Demand(options.MaxDeadLetters is >= 1 and <= 100, nameof(options.MaxDeadLetters), "from 1 to 100");
        return options;
    }
}
