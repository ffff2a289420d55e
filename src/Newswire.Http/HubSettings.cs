using Microsoft.Extensions.Configuration;
using Newswire.WebSub;

namespace Newswire.Http;

/// <summary>Reads how the hub treats subscribers and refuses bounds that are none.</summary>
internal static class HubSettings
{
    private static readonly string[] SignatureMethods = ["sha256", "sha384", "sha512"];

    /// <exception cref="InvalidOperationException">A setting is not usable; the message names it.</exception>
    public static HubOptions Read(IConfiguration configuration)
    {
        var section = configuration.GetSection(HubOptions.Section);
        var options = section.Get<HubOptions>() ?? new HubOptions();
        section.Demand(options.MinLease >= TimeSpan.FromMinutes(1) && options.MinLease <= options.MaxLease, nameof(options.MinLease), "1 minute or more, and at most MaxLease");
        section.Demand(options.MaxLease <= TimeSpan.FromDays(365), nameof(options.MaxLease), "at most 365 days");
        section.Demand(options.DefaultLease >= options.MinLease && options.DefaultLease <= options.MaxLease, nameof(options.DefaultLease), "from MinLease to MaxLease");
        section.Demand(SignatureMethods.Contains(options.SignatureMethod, StringComparer.Ordinal), nameof(options.SignatureMethod), "sha256, sha384 or sha512");
        section.Demand(options.MaxTime >= TimeSpan.FromSeconds(1) && options.MaxTime <= TimeSpan.FromMinutes(1), nameof(options.MaxTime), "from 1 to 60 seconds");
        section.Demand(options.SlowAfter > TimeSpan.Zero && options.SlowAfter <= options.MaxTime, nameof(options.SlowAfter), "positive and at most MaxTime");
        section.Demand(options.MinInterval >= TimeSpan.Zero && options.MinInterval <= TimeSpan.FromMinutes(1), nameof(options.MinInterval), "from 0 to 60 seconds");
        section.Demand(options.MaxParallel is >= 1 and <= 4096, nameof(options.MaxParallel), "from 1 to 4096");
        section.Demand(options.MaxParallelRetries is >= 1 and <= 4096, nameof(options.MaxParallelRetries), "from 1 to 4096");
        section.Demand(options.MaxSubscriptionsPerHost is >= 1 and <= 100_000, nameof(options.MaxSubscriptionsPerHost), "from 1 to 100000");
        section.Demand(options.MaxVerificationsPerHostAndMinute is >= 1 and <= 10_000, nameof(options.MaxVerificationsPerHostAndMinute), "from 1 to 10000");
        section.Demand(options.MaxVerificationsPerMinute >= 1, nameof(options.MaxVerificationsPerMinute), "1 or more");
        return options;
    }
}
