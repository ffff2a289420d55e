using System.Diagnostics;
using Microsoft.AspNetCore.Http;

namespace Newswire.Exporters;

/// <summary>Which requests are worth a trace.</summary>
internal static class TracedRequests
{
    /// <summary>
    /// Of those that come in, those that change something, and those of the newsroom and of partners. Who reads a document
    /// or asks for health is counted, and there are thousands a second.
    /// </summary>
    public static bool IsTraced(HttpContext context) =>
        !(HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method))
        || context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal)
        || context.Request.Path.StartsWithSegments("/partners", StringComparison.Ordinal);

    /// <summary>Of those to storage, those that are part of something: asking a queue whether there is a message is none.</summary>
    public static bool IsPart(HttpRequestMessage request) => Activity.Current is { } activity && activity.ParentSpanId != default;
}
