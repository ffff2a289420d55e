using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Newswire.Benchmarks.Load;

/// <summary>
/// Kestrel with nothing on it but one delegate, which writes an answer that the real server gave before: the same bytes
/// and headers, decided by nothing but the path. <c>/take</c> takes the server's present answers.
/// </summary>
internal static class BareEndpoint
{
    public static WebApplication Build(Uri server)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Services.AddRoutingCore();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Loopback, 0);
        });
        var app = builder.Build();
        IReadOnlyDictionary<string, Answer> answers = new Dictionary<string, Answer>();
        ((IApplicationBuilder)app).Run(async context =>
        {
            if (answers.TryGetValue(context.Request.Path.Value!, out var answer))
            {
                await answer.WriteAsync(context.Response);
                return;
            }

            answers = await TakeAsync(server, context.RequestAborted);
        });
        return app;
    }

    private static async Task<IReadOnlyDictionary<string, Answer>> TakeAsync(Uri server, CancellationToken cancellationToken)
    {
        using var client = new HttpClient { BaseAddress = server };
        var answers = new Dictionary<string, Answer>(StringComparer.Ordinal);
        foreach (var form in FeedRequest.All)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, FeedRequest.FeedPath);
            request.Headers.TryAddWithoutValidation("Accept-Encoding", form.AcceptEncoding);
            if (form.Conditional)
            {
                request.Headers.TryAddWithoutValidation("If-None-Match", answers[FeedRequest.Plain.BarePath].ETag);
            }

            using var response = await client.SendAsync(request, cancellationToken);
            answers[form.BarePath] = new Answer(
                (int)response.StatusCode,
                Header(response, "ETag"),
                Header(response, "Vary"),
                Header(response, "Cache-Control"),
                Header(response, "Last-Modified"),
                Header(response, "Content-Type"),
                Header(response, "Content-Encoding"),
                Header(response, "Accept-Ranges"),
                Header(response, "X-Content-Type-Options"),
                Header(response, "Access-Control-Allow-Origin"),
                Header(response, "Access-Control-Expose-Headers"),
                response.Headers.NonValidated.TryGetValues("Link", out var links) ? [.. links] : [],
                await response.Content.ReadAsByteArrayAsync(cancellationToken));
        }

        return answers;
    }

    private static string? Header(HttpResponseMessage response, string name) =>
        response.Headers.NonValidated.TryGetValues(name, out var values)
        || response.Content.Headers.NonValidated.TryGetValues(name, out values)
            ? values.ToString()
            : null;

    private sealed record Answer(
        int Status,
        string? ETag,
        string? Vary,
        string? CacheControl,
        string? LastModified,
        string? ContentType,
        string? ContentEncoding,
        string? AcceptRanges,
        string? ContentTypeOptions,
        string? AllowOrigin,
        string? ExposeHeaders,
        string[] Links,
        byte[] Bytes)
    {
        public Task WriteAsync(HttpResponse response)
        {
            response.StatusCode = Status;
            response.Headers.ETag = ETag;
            response.Headers.Vary = Vary;
            response.Headers.CacheControl = CacheControl;
            response.Headers.LastModified = LastModified;
            response.Headers.AccessControlAllowOrigin = AllowOrigin;
            if (Status == StatusCodes.Status304NotModified)
            {
                return Task.CompletedTask;
            }

            response.ContentType = ContentType;
            response.ContentLength = Bytes.Length;
            response.Headers.AcceptRanges = AcceptRanges;
            response.Headers.XContentTypeOptions = ContentTypeOptions;
            response.Headers.AccessControlExposeHeaders = ExposeHeaders;
            response.Headers.Link = Links;
            if (ContentEncoding is not null)
            {
                response.Headers.ContentEncoding = ContentEncoding;
            }

            return response.Body.WriteAsync(Bytes).AsTask();
        }
    }
}
