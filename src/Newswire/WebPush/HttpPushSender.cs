using Microsoft.Extensions.Logging;
using Newswire.Outbound;

namespace Newswire.WebPush;

/// <summary>Sends push messages over HTTP: to known push services on public addresses only, within bounds.</summary>
/// <remarks>An endpoint never leaves it but in the request: logs and faults name hosts.</remarks>
public sealed class HttpPushSender : IPushSender, IDisposable
{
    private readonly PushOptions options;
    private readonly KnownPushServices services;
    private readonly VapidTokens tokens;
    private readonly TimeProvider time;
    private readonly ILogger<HttpPushSender> logger;
    private readonly HttpClient client;
    private readonly SemaphoreSlim places;

    /// <summary>Contacts nobody yet.</summary>
    /// <param name="options">The bounds.</param>
    /// <param name="services">Who may be contacted.</param>
    /// <param name="tokens">The credentials.</param>
    /// <param name="time">The clock that ends what takes too long.</param>
    /// <param name="logger">Is told what operators should look at.</param>
    /// <param name="resolve">Finds the addresses of hosts. Default: the resolver of the system.</param>
    public HttpPushSender(
        PushOptions options,
        KnownPushServices services,
        VapidTokens tokens,
        TimeProvider time,
        ILogger<HttpPushSender> logger,
        NameResolver? resolve = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        this.options = options;
        this.services = services;
        this.tokens = tokens;
        this.time = time;
        this.logger = logger;
        places = new SemaphoreSlim(options.MaxParallel);

        var handler = PublicHttp.CreateHandler(options.AllowLoopback, resolve);
        handler.MaxConnectionsPerServer = options.MaxConnectionsPerHost;
        handler.EnableMultipleHttp2Connections = true;

        // The clock that ends a request is ours.
        client = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
        client.DefaultRequestHeaders.UserAgent.ParseAdd("Newswire/1.0");
    }

    /// <inheritdoc/>
    public async Task<PushOutcome> SendAsync(PushReceiver receiver, PushMessage message, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(receiver);
        ArgumentNullException.ThrowIfNull(message);
        if (!services.Include(receiver.Endpoint))
        {
            Log.PushNotAllowed(logger, receiver.Host);
            return new PushOutcome.NotAllowed();
        }

        var authorization = await tokens.AuthorizationAsync(receiver.Origin, cancellationToken);
        await places.WaitAsync(cancellationToken);
        try
        {
            using var request = PushRequest.Create(receiver, message, authorization);
            return await SendAsync(request, receiver.Host, cancellationToken);
        }
        finally
        {
            places.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        client.Dispose();
        places.Dispose();
    }

    private async Task<PushOutcome> SendAsync(HttpRequestMessage request, string host, CancellationToken cancellationToken)
    {
        try
        {
            using var patience = new CancellationTokenSource(options.MaxTime, time);
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);

            // The headers say it all; the body of a stranger is not read.
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limit.Token);
            var outcome = PushAnswer.Read((int)response.StatusCode, response.Headers.RetryAfter, time.GetUtcNow());
            if (outcome is PushOutcome.Refused refused)
            {
                Log.PushRefused(logger, host, refused.Status);
            }

            return outcome;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            Log.PushUnanswered(logger, host, HttpRequestError.Unknown);
            return new PushOutcome.TryLater();
        }
        catch (HttpRequestException exception) when (exception.InnerException is AddressRefusedException)
        {
            Log.PushNotAllowed(logger, host);
            return new PushOutcome.NotAllowed();
        }
        catch (HttpRequestException exception)
        {
            Log.PushUnanswered(logger, host, exception.HttpRequestError);
            return new PushOutcome.TryLater();
        }
    }
}
