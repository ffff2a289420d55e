using Newswire.Feeds;
using Newswire.Outbound;

namespace Newswire.Partners.Webhooks;

/// <summary>Requests to webhooks, each within <see cref="WebhookOptions.MaxTime"/>.</summary>
/// <param name="options">The bounds.</param>
/// <param name="publication">Who asks.</param>
/// <param name="time">The clock that ends what takes too long.</param>
/// <param name="resolve">Finds the addresses of hosts. Default: the resolver of the system.</param>
public sealed class WebhookClient(
    WebhookOptions options, Publication publication, TimeProvider time, NameResolver? resolve = null)
    : CallbackClient(options.MaxTime, publication, time, CreateHandler(options.MaxTime, options.AllowLoopback, resolve));
