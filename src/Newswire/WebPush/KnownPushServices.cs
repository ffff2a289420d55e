namespace Newswire.WebPush;

/// <summary>Which hosts are push services, and so may be contacted at all.</summary>
public sealed class KnownPushServices
{
    private readonly IReadOnlyList<HostPattern> services;
    private readonly bool allowLoopback;

    /// <summary>Those of the options.</summary>
    /// <exception cref="ArgumentException">One of <see cref="PushOptions.Services"/> is no <see cref="HostPattern"/>.</exception>
    public KnownPushServices(PushOptions options)
    {
        services = [.. options.Services.Select(text => HostPattern.TryParse(text, out var pattern)
            ? pattern
            : throw new ArgumentException($"'{text}' names no hosts.", nameof(options)))];
        allowLoopback = options.AllowLoopback;
    }

    /// <summary>Whether the endpoint belongs to a known push service.</summary>
    public bool Include(Uri endpoint) =>
        (allowLoopback && endpoint.IsLoopback) || services.Any(service => service.Matches(endpoint.Host));
}
