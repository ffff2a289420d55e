using Newswire.Feeds;
using Newswire.Outbound;

namespace Newswire.WebSub;

/// <summary>The hub's requests to callbacks, each within <see cref="HubOptions.MaxTime"/>.</summary>
public sealed class HubClient : CallbackClient
{
    /// <summary>Asks nothing yet.</summary>
    /// <param name="options">The bounds.</param>
    /// <param name="publication">Who asks.</param>
    /// <param name="time">The clock that ends what takes too long.</param>
    /// <param name="resolve">Finds the addresses of hosts. Default: the resolver of the system.</param>
    public HubClient(HubOptions options, Publication publication, TimeProvider time, NameResolver? resolve = null)
        : this(options, publication, time, CreateHandler(options.MaxTime, options.AllowLoopback, resolve))
    {
    }

    /// <summary>The same through a handler that a test brings along.</summary>
    internal HubClient(HubOptions options, Publication publication, TimeProvider time, HttpMessageHandler handler)
        : base(options.MaxTime, publication, time, handler)
    {
    }
}
