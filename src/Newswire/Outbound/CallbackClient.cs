using System.Net.Http.Headers;
using Newswire.Feeds;

namespace Newswire.Outbound;

/// <summary>Requests to callbacks: public hosts only, no redirects, within the time, as little read as needed.</summary>
public abstract class CallbackClient : IDisposable
{
    private readonly TimeSpan maxTime;
    private readonly TimeProvider time;
    private readonly HttpClient client;

    /// <summary>Asks nothing yet.</summary>
    /// <param name="maxTime">The longest that one request may take, from the connection to the answer's header.</param>
    /// <param name="publication">Who asks; its address is in the <c>User-Agent</c>.</param>
    /// <param name="time">The clock that ends what takes too long.</param>
    /// <param name="handler">What it asks through.</param>
    private protected CallbackClient(TimeSpan maxTime, Publication publication, TimeProvider time, HttpMessageHandler handler)
    {
        (this.maxTime, this.time) = (maxTime, time);
        client = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
        client.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue("Newswire", "1.0"));
        client.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue(
            $"(+{publication.BaseUrl.Replace("(", "%28", StringComparison.Ordinal).Replace(")", "%29", StringComparison.Ordinal)})"));
    }

    /// <summary>
    /// Sends a request and reads the answer, all of it within the time. What cannot be sent, or is not answered, is an
    /// answer too.
    /// </summary>
    /// <param name="request">The request; its address has passed <see cref="PublicHttp.CanAsk"/>.</param>
    /// <param name="maxBodyBytes">How much of the body of a success to read; with 0 only the header is waited for.</param>
    /// <param name="cancellationToken">Cancels, with an exception.</param>
    public async Task<CallbackAnswer> SendAsync(
        HttpRequestMessage request, int maxBodyBytes, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(maxTime, time);
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
    public void Dispose()
    {
        client.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>What reaches public hosts only.</summary>
    private protected static SocketsHttpHandler CreateHandler(TimeSpan maxTime, bool allowLoopback, NameResolver? resolve)
    {
        var handler = PublicHttp.CreateHandler(allowLoopback, resolve);

        // It goes on connecting for requests that were given up, so that the next one finds a connection.
        handler.ConnectTimeout = maxTime;
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
