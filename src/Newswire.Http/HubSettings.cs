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
        var options = configuration.GetSection(HubOptions.Section).Get<HubOptions>() ?? new HubOptions();
        Demand(options.MinLease >= TimeSpan.FromMinutes(1) && options.MinLease <= options.MaxLease, nameof(options.MinLease), "1 minute or more, and at most MaxLease");
        Demand(options.MaxLease <= TimeSpan.FromDays(365), nameof(options.MaxLease), "at most 365 days");
        Demand(options.DefaultLease >= options.MinLease && options.DefaultLease <= options.MaxLease, nameof(options.DefaultLease), "from MinLease to MaxLease");
        Demand(SignatureMethods.Contains(options.SignatureMethod, StringComparer.Ordinal), nameof(options.SignatureMethod), "sha256, sha384 or sha512");
        Demand(options.MaxTime >= TimeSpan.FromSeconds(1) && options.MaxTime <= TimeSpan.FromMinutes(1), nameof(options.MaxTime), "from 1 to 60 seconds");
        Demand(options.SlowAfter > TimeSpan.Zero && options.SlowAfter <= options.MaxTime, nameof(options.SlowAfter), "positive and at most MaxTime");
        Demand(options.MinInterval >= TimeSpan.Zero && options.MinInterval <= TimeSpan.FromMinutes(1), nameof(options.MinInterval), "from 0 to 60 seconds");
        Demand(options.MaxParallel is >= 1 and <= 4096, nameof(options.MaxParallel), "from 1 to 4096");
        Demand(options.MaxParallelRetries is >= 1 and <= 4096, nameof(options.MaxParallelRetries), "from 1 to 4096");
        Demand(options.MaxSubscriptionsPerHost is >= 1 and <= 100_000, nameof(options.MaxSubscriptionsPerHost), "from 1 to 100000");
        Demand(options.MaxVerificationsPerHostAndMinute is >= 1 and <= 10_000, nameof(options.MaxVerificationsPerHostAndMinute), "from 1 to 10000");
        Demand(options.MaxVerificationsPerMinute >= 1, nameof(options.MaxVerificationsPerMinute), "1 or more");
        return options;
    }

    private static void Demand(bool met, string name, string expected)
    {
        if (!met)
        {
            throw new InvalidOperationException($"The setting {HubOptions.Section}:{name} must be {expected}.");
        }
    }
}
