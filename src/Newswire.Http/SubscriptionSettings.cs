using Microsoft.Extensions.Configuration;
using Newswire.WebPush;
using Newswire.WebPush.Subscriptions;

namespace Newswire.Http;

/// <summary>Reads who may subscribe to notifications and refuses bounds that are none.</summary>
internal static class SubscriptionSettings
{
    /// <exception cref="InvalidOperationException">A setting is not usable; the message names it.</exception>
    public static SubscriptionOptions Read(IConfiguration configuration)
    {
        var options = configuration.GetSection(PushOptions.Section).Get<SubscriptionOptions>() ?? new SubscriptionOptions();
        Demand(options.MaxNewPerMinute >= 1, nameof(options.MaxNewPerMinute), "1 or more");
        Demand(!string.IsNullOrWhiteSpace(options.WithdrawnText), nameof(options.WithdrawnText), "a sentence");
        return options;
    }

    private static void Demand(bool met, string name, string expected)
    {
        if (!met)
        {
            throw new InvalidOperationException($"The setting {PushOptions.Section}:{name} must be {expected}.");
        }
    }
}
