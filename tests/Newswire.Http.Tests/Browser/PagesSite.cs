using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Newswire.Formats;
using Newswire.Formats.Html;
using Newswire.Http.Tests.Browser.Push;

namespace Newswire.Http.Tests.Browser;

/// <summary>The written documents of all newsrooms behind a small web server on loopback.</summary>
public sealed class PagesSite : IAsyncLifetime
{
    /// <summary>A query that asks for a feed as feed readers get it.</summary>
    public const string OwnMediaType = "?own-media-type";

    private readonly Dictionary<string, (byte[] Bytes, string ContentType)> documents = new(StringComparer.Ordinal);
    private WebApplication? app;

    public string Address { get; private set; } = "";

    /// <summary>What is below <c>/push</c> of every newsroom.</summary>
    internal FakePushApi Push { get; } = new();

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        app = builder.Build();
        app.Map("/pictures", pictures => pictures.Run(context => SendAsync(
            context, Encoding.UTF8.GetBytes(Picture(Path.GetFileNameWithoutExtension(context.Request.Path.Value!))), "image/svg+xml")));
        app.Run(ServeAsync);
        await app.StartAsync();
        Address = app.Urls.Single();
        foreach (var newsroom in Newsrooms.All)
        {
            foreach (var (path, bytes, contentType) in newsroom.Documents(Address))
            {
                documents[$"/{newsroom.Prefix}{path}"] = (bytes, contentType);
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (app is not null)
        {
            await app.DisposeAsync();
        }
    }

    private Task ServeAsync(HttpContext context)
    {
        if (context.Request.Path.Value!.Split('/') is [_, _, "push", var asked])
        {
            return Push.ServeAsync(context, asked);
        }

        if (!documents.TryGetValue(context.Request.Path.Value!, out var document))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }

        if (document.ContentType == HomePage.ContentType)
        {
            context.Response.Headers.ContentSecurityPolicy = PageSecurity.ContentSecurityPolicy;
        }

        var isOpenedAsPage = context.Request.Headers["Sec-Fetch-Dest"] == "document"
            && context.Request.QueryString.Value != OwnMediaType;
        var isXml = document.ContentType.Contains("+xml", StringComparison.Ordinal);
        return SendAsync(
            context,
            document.Bytes,
            isOpenedAsPage && isXml ? FeedStyleSheet.FeedContentTypeForBrowsers : document.ContentType);
    }

    private static Task SendAsync(HttpContext context, byte[] bytes, string contentType)
    {
        context.Response.ContentType = contentType;
        context.Response.Headers.XContentTypeOptions = "nosniff";
        return context.Response.Body.WriteAsync(bytes).AsTask();
    }

    // Sea, sky and a bridge; every one in another light.
    private static string Picture(string name)
    {
        var hue = int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? 200 + (47 * number) : 0;
        return $"""
            <svg xmlns="http://www.w3.org/2000/svg" width="1200" height="800" viewBox="0 0 1200 800">
            <rect width="1200" height="800" fill="hsl({hue},45%,72%)"/><circle cx="900" cy="210" r="90" fill="hsl({hue + 30},80%,88%)"/>
            <rect y="520" width="1200" height="280" fill="hsl({hue},45%,38%)"/>
            <path d="M0 540h1200M120 540q240-330 480 0q240-330 480 0" fill="none" stroke="hsl({hue},30%,20%)" stroke-width="22"/></svg>
            """;
    }
}
