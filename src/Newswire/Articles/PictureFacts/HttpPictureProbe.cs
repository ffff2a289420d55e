using System.Net;
using System.Net.Http.Headers;
using Newswire.Outbound;

namespace Newswire.Articles.PictureFacts;

/// <summary>Asks for pictures over HTTP: the beginning of the file only, on public hosts only, within bounds.</summary>
public sealed class HttpPictureProbe : IPictureProbe, IDisposable
{
    private readonly PictureProbeOptions options;
    private readonly TimeProvider time;
    private readonly HttpClient client;
    private readonly SemaphoreSlim places;

    /// <summary>Asks nothing yet.</summary>
    /// <param name="options">The bounds.</param>
    /// <param name="time">The clock that ends what takes too long.</param>
    /// <param name="resolve">Finds the addresses of hosts. Default: the resolver of the system.</param>
    public HttpPictureProbe(PictureProbeOptions options, TimeProvider time, NameResolver? resolve = null)
    {
        this.options = options;
        this.time = time;
        places = new SemaphoreSlim(options.MaxParallel);

        // The clock that ends a request is ours, and ends the reading of the body too.
        client = new HttpClient(PublicHttp.CreateHandler(options.AllowLoopback, resolve)) { Timeout = Timeout.InfiniteTimeSpan };
        client.DefaultRequestHeaders.UserAgent.ParseAdd("Newswire/1.0");
        client.DefaultRequestHeaders.Accept.ParseAdd("image/*");
        client.DefaultRequestHeaders.AcceptEncoding.ParseAdd("identity");
        client.DefaultRequestHeaders.Range = new RangeHeaderValue(0, options.MaxStartBytes - 1);
    }

    /// <inheritdoc/>
    public async Task<ProbedPicture> ProbeAsync(string url, CancellationToken cancellationToken)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address))
        {
            return new ProbedPicture(ProbeOutcome.Refused);
        }

        await places.WaitAsync(cancellationToken);
        try
        {
            using var patience = new CancellationTokenSource(options.MaxTime, time);
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
            return await FollowAsync(address, limit.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new ProbedPicture(ProbeOutcome.TimedOut);
        }
        catch (HttpRequestException exception) when (exception.InnerException is AddressRefusedException)
        {
            return new ProbedPicture(ProbeOutcome.Refused);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            return new ProbedPicture(ProbeOutcome.Unreachable);
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

    private async Task<ProbedPicture> FollowAsync(Uri address, CancellationToken cancellationToken)
    {
        for (var redirects = 0; ; redirects++)
        {
            if (!PublicHttp.CanAsk(address))
            {
                return new ProbedPicture(ProbeOutcome.Refused);
            }

            using var response = await client.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            if (response.StatusCode is HttpStatusCode.OK or HttpStatusCode.PartialContent)
            {
                return await ReadAsync(response, cancellationToken);
            }

            if (redirects == options.MaxRedirects || Next(address, response) is not { } next)
            {
                return new ProbedPicture(ProbeOutcome.NotServed);
            }

            address = next;
        }
    }

    /// <summary>Where a redirect leads; null if the answer is none.</summary>
    private static Uri? Next(Uri address, HttpResponseMessage response) =>
        (int)response.StatusCode is 301 or 302 or 303 or 307 or 308
        && response.Headers.Location is { } location
        && Uri.TryCreate(address, location, out var next)
            ? next
            : null;

    private async Task<ProbedPicture> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (response.Content.Headers.ContentEncoding.Any(coding => coding != "identity"))
        {
            // Neither the bytes nor their number are those of the file, and nobody unpacks what a stranger packed.
            return new ProbedPicture(ProbeOutcome.NotAPicture);
        }

        await using var body = await response.Content.ReadAsStreamAsync(cancellationToken);
        var start = new byte[options.MaxStartBytes];
        var read = await body.ReadAtLeastAsync(start, start.Length, throwOnEndOfStream: false, cancellationToken);

        // What the bytes say counts. Hosts name types by the ending of a name, and send error pages as images.
        return ImageHeaders.ImageHeader.Read(start.AsSpan(0, read)) is not { } header
            ? new ProbedPicture(ProbeOutcome.NotAPicture)
            : new ProbedPicture(ProbeOutcome.Found, new FoundFacts(
                header.Width,
                header.Height,
                header.Type,
                await FileLength.FindAsync(response, body, read, start.Length, options.MaxCountedBytes, cancellationToken)));
    }
}
