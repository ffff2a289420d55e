using Microsoft.AspNetCore.Http;

namespace Newswire.Exporters;

/// <summary>Which requests are worth a trace.</summary>
internal static class TracedRequests
{
    /// <summary>
    /// Those that change something, and those of the newsroom and of partners. Who reads a document
    /// or asks for health is counted, and there are thousands a second.
    /// </summary>
    public static bool IsTraced(HttpContext context) =>
        !(HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method))
        || context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal)
        || context.Request.Path.StartsWithSegments("/partners", StringComparison.Ordinal);
}
