using System.IO.Compression;
using System.Net;
using Newswire.Outbound;

namespace Newswire.Importing.Feeds;

/// <summary>
/// Fetches documents of feeds: from public hosts only, one after the other, within bounds. Waits when the server asks for it.
/// </summary>
internal sealed class FeedClient : IDisposable
{
    private const int MaxRedirects = 5;

    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(2);

    private readonly ImportOptions options;
    private readonly TimeProvider time;
    private readonly HttpClient client;

    /// <summary>Fetches nothing yet.</summary>
    /// <param name="options">The bounds.</param>
    /// <param name="time">The clock that ends what takes too long and measures waits.</param>
    /// <param name="resolve">Finds the addresses of hosts. Default: the resolver of the system.</param>
    public FeedClient(ImportOptions options, TimeProvider time, NameResolver? resolve = null)
    {
        (this.options, this.time) = (options, time);
        client = new HttpClient(PublicHttp.CreateHandler(options.AllowLoopback, resolve)) { Timeout = Timeout.InfiniteTimeSpan };
        client.DefaultRequestHeaders.UserAgent.ParseAdd("Newswire-Import/1.0");
        client.DefaultRequestHeaders.Accept.ParseAdd("application/atom+xml, application/rss+xml, application/xml;q=0.9, text/xml;q=0.8, */*;q=0.1");
        client.DefaultRequestHeaders.AcceptEncoding.ParseAdd("gzip");
    }

    /// <summary>The document; or why it cannot be had, once every try is over.</summary>
    public async Task<FeedAnswer> GetAsync(Uri address, CancellationToken cancellationToken)
    {
        for (var tries = 1; ; tries++)
        {
            var (answer, retryAfter) = await TryAsync(address, cancellationToken);
            if (retryAfter is not { } asked || tries == options.MaxFetchTries)
            {
                return answer;
            }

            var wait = asked > TimeSpan.Zero ? asked : FirstPause * Math.Pow(2, tries - 1);
            if (wait > options.MaxRetryAfter)
            {
                return new FeedAnswer.None($"The server asks to wait for {wait.TotalMinutes:0} minutes. Run the import again after that; what was taken is not taken twice.");
            }

            await Task.Delay(wait, time, cancellationToken);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => client.Dispose();

    /// <summary>One try; with how long to wait before another, zero when the server does not say, null when there is no use in one.</summary>
    private async Task<(FeedAnswer Answer, TimeSpan? RetryAfter)> TryAsync(Uri address, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(options.MaxFetchTime, time);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        try
        {
            return await FollowAsync(address, limit.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return (new FeedAnswer.None($"The server did not answer within {options.MaxFetchTime.TotalSeconds:0} seconds."), TimeSpan.Zero);
        }
        catch (HttpRequestException exception) when (exception.InnerException is AddressRefusedException)
        {
            return (new FeedAnswer.None("The host is not on the public internet."), null);
        }
        catch (InvalidDataException)
        {
            return (new FeedAnswer.None("The answer is compressed and damaged."), TimeSpan.Zero);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            return (new FeedAnswer.None("The server cannot be reached, or broke off."), TimeSpan.Zero);
        }
    }

    private async Task<(FeedAnswer Answer, TimeSpan? RetryAfter)> FollowAsync(Uri address, CancellationToken cancellationToken)
    {
        for (var redirects = 0; ; redirects++)
        {
            if (!PublicHttp.CanAsk(address))
            {
                return (new FeedAnswer.None("The address is none of http or https, or has a password in it."), null);
            }

            using var response = await client.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            if (response.StatusCode == HttpStatusCode.OK)
            {
                return (await ReadAsync(response, address, cancellationToken), null);
            }

            if ((int)response.StatusCode is not (301 or 302 or 303 or 307 or 308)
                || response.Headers.Location is not { } location
                || !Uri.TryCreate(address, location, out var next))
            {
                var comesBack = response.StatusCode is HttpStatusCode.TooManyRequests || (int)response.StatusCode >= 500;
                return (new FeedAnswer.None($"The server answers {(int)response.StatusCode}."),
                    comesBack ? RetryAfter.Read(response.Headers.RetryAfter, time.GetUtcNow()) ?? TimeSpan.Zero : null);
            }

            if (redirects == MaxRedirects)
            {
                return (new FeedAnswer.None($"The address leads through more than {MaxRedirects} redirects."), null);
            }

            address = next;
        }
    }

    private async Task<FeedAnswer> ReadAsync(HttpResponseMessage response, Uri address, CancellationToken cancellationToken)
    {
        var coding = string.Join(',', response.Content.Headers.ContentEncoding);
        if (coding is not ("" or "identity" or "gzip"))
        {
            return new FeedAnswer.None($"The server compresses by {coding}, which nobody asked for.");
        }

        await using var body = await response.Content.ReadAsStreamAsync(cancellationToken);
        await using var content = coding == "gzip" ? new GZipStream(body, CompressionMode.Decompress) : body;
        using var bytes = new MemoryStream();
        var buffer = new byte[64 * 1024];
        int read;
        while ((read = await content.ReadAsync(buffer, cancellationToken)) > 0)
        {
            if (bytes.Length + read > options.MaxFetchBytes)
            {
                return new FeedAnswer.None($"The document has more than {options.MaxFetchBytes} bytes.");
            }

            bytes.Write(buffer.AsSpan(0, read));
        }

        return new FeedAnswer.Got(bytes.ToArray(), address, response.Content.Headers.ContentType?.CharSet?.Trim('"'));
    }
}
