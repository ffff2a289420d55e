using System.Text;
using System.Text.Json;

namespace Newswire.Formats.Html.Push;

/// <summary>
/// The service worker that shows what is pushed where the browser does not by itself: it reads Declarative Web Push
/// messages, opens the article that is clicked, and moves a choice along when the browser changes its subscription. It
/// answers no requests of pages and keeps nothing.
/// </summary>
/// <remarks>
/// Registered for its own folder, in which no page stands: subscriptions need no page to be in scope, and a site that has
/// a worker of its own on the same host keeps it.
/// </remarks>
public static class PushWorker
{
    /// <summary>The path; every address in the script is relative to it.</summary>
    public const string Path = "/push/worker.js";

    /// <summary>The media type with its charset.</summary>
    public const string ContentType = "text/javascript; charset=utf-8";

    /// <summary>
    /// What the worker may do, to be sent as <c>Content-Security-Policy</c>: ask this host, and show the pictures that a
    /// notification names.
    /// </summary>
    public const string ContentSecurityPolicy = "default-src 'none'; connect-src 'self'; img-src http: https:";

    /// <summary>The script as UTF-8.</summary>
    public static ReadOnlyMemory<byte> Content { get; } = Encoding.UTF8.GetBytes(
        $"\"use strict\";\nconst words = {{ title: {JsonSerializer.Serialize(PageText.NewsOfSomeKind)} }};\n\n"
        + EmbeddedText.Of("push-worker.js"));
}
