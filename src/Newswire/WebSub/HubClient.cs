using System.Net.Http.Headers;
using Newswire.Feeds;
using Newswire.Outbound;

namespace Newswire.WebSub;

/// <summary>The hub's requests to callbacks: public hosts only, no redirects, within the time, as little read as needed.</summary>
public sealed class HubClient : IDisposable
{
    private readonly HubOptions options;
    private readonly TimeProvider time;
    private readonly HttpClient client;

    /// <summary>Asks nothing yet.</summary>
    /// <param name="options">The bounds.</param>
    /// <param name="publication">Who asks; its address is in the <c>User-Agent</c>.</param>
    /// <param name="time">The clock that ends what takes too long.</param>
    /// <param name="resolve">Finds the addresses of hosts. Default: the resolver of the system.</param>
    public HubClient(HubOptions options, Publication publication, TimeProvider time, NameResolver? resolve = null)
        : this(options, publication, time, CreateHandler(options, resolve))
    {
    }

    /// <summary>The same through a handler that a test brings along.</summary>
    internal HubClient(HubOptions options, Publication publication, TimeProvider time, HttpMessageHandler handler)
    {
        (this.options, this.time) = (options, time);
        client = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
        client.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue("Newswire", "1.0"));
        client.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue(
            $"(+{publication.BaseUrl.Replace("(", "%28", StringComparison.Ordinal).Replace(")", "%29", StringComparison.Ordinal)})"));
    }

    /// <summary>
    /// Sends a request and reads the answer, all of it within <see cref="HubOptions.MaxTime"/>. What cannot be sent, or is
    /// not answered, is an answer too.
    /// </summary>
    /// <param name="request">The request; its address has passed <see cref="PublicHttp.CanAsk"/>.</param>
    /// <param name="maxBodyBytes">How much of the body of a success to read; with 0 only the header is waited for.</param>
    /// <param name="cancellationToken">Cancels, with an exception.</param>
    public async Task<CallbackAnswer> SendAsync(
        HttpRequestMessage request, int maxBodyBytes, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(options.MaxTime, time);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        try
        {
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limit.Token);
            return new CallbackAnswer.Answered((int)response.StatusCode, await ReadAsync(response, maxBodyBytes, limit.Token))
            {
                RetryAfter = RetryAfter.Read(response.Headers.RetryAfter, time.GetUtcNow()),
            };
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new CallbackAnswer.None();
        }
        catch (HttpRequestException exception) when (exception.InnerException is AddressRefusedException)
        {
            return new CallbackAnswer.Refused();
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            return new CallbackAnswer.None();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => client.Dispose();

    private static SocketsHttpHandler CreateHandler(HubOptions options, NameResolver? resolve)
    {
        var handler = PublicHttp.CreateHandler(options.AllowLoopback, resolve);

        // It goes on connecting for requests that were given up, so that the next one finds a connection.
        handler.ConnectTimeout = options.MaxTime;
        return handler;
    }

    private static async Task<ReadOnlyMemory<byte>> ReadAsync(
        HttpResponseMessage response, int maxBytes, CancellationToken cancellationToken)
    {
        if (maxBytes == 0 || !response.IsSuccessStatusCode)
        {
            return ReadOnlyMemory<byte>.Empty;
        }

        await using var body = await response.Content.ReadAsStreamAsync(cancellationToken);
        var start = new byte[maxBytes];
        return start.AsMemory(0, await body.ReadAtLeastAsync(start, maxBytes, throwOnEndOfStream: false, cancellationToken));
    }
}
