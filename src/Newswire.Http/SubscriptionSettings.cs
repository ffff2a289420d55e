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
        var section = configuration.GetSection(PushOptions.Section);
        var options = section.Get<SubscriptionOptions>() ?? new SubscriptionOptions();
        section.Demand(options.MaxNewPerMinute >= 1, nameof(options.MaxNewPerMinute), "1 or more");
        section.Demand(!string.IsNullOrWhiteSpace(options.WithdrawnText), nameof(options.WithdrawnText), "a sentence");
        return options;
    }
}
