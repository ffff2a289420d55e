using Microsoft.Extensions.Configuration;
using Newswire.Feeds;
using Newswire.WebPush;

namespace Newswire.Http;

/// <summary>Reads how push messages are sent and refuses what services would, and bounds that are none.</summary>
internal static class PushSettings
{
    /// <exception cref="InvalidOperationException">A setting is not usable; the message names it.</exception>
    public static PushOptions Read(IConfiguration configuration, Publication publication)
    {
        var section = configuration.GetSection(PushOptions.Section);
        var options = section.Get<PushOptions>() ?? new PushOptions();

        // The binder adds a configured list to the default one; here it takes its place.
        options = options with
        {
            Services = section.GetSection(nameof(PushOptions.Services)).Get<string[]>() ?? PushOptions.DefaultServices,
            Contact = options.Contact ?? OwnContact(publication),
        };
        section.Demand(options.Contact is null || IsContact(options.Contact), nameof(options.Contact), "a mailto: or https address");
        section.Demand(options.Services.All(text => HostPattern.TryParse(text, out _)), nameof(options.Services), "names of hosts, or *. and such a name");
        section.Demand(options.MaxTime > TimeSpan.Zero && options.MaxTime <= TimeSpan.FromMinutes(1), nameof(options.MaxTime), "positive and at most 1 minute");
        section.Demand(options.MaxParallel is >= 1 and <= 1024, nameof(options.MaxParallel), "from 1 to 1024");
        section.Demand(options.MaxConnectionsPerHost is >= 1 and <= 256, nameof(options.MaxConnectionsPerHost), "from 1 to 256");
        return options;
    }

    /// <summary>The site that pushes; null when it is none a push service could turn to.</summary>
    private static string? OwnContact(Publication publication) =>
        (publication.SiteUrl ?? publication.BaseUrl) is var site && IsContact(site) ? site : null;

    private static bool IsContact(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var contact)
        && contact is { IsLoopback: false, Host.Length: > 0 }
        && contact.Scheme switch
        {
            "https" => contact.UserInfo.Length == 0,
            "mailto" => contact.UserInfo.Length > 0,
            _ => false,
        };
}
