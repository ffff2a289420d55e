using System.Text.Json.Nodes;

namespace Newswire.Http.OpenApi;

/// <summary>Says of HEAD what is said of GET beside it (RFC 9110 §9.3.2).</summary>
internal static class HeadOperations
{
    /// <summary>Fills every <c>head: {}</c>, by which a part says that the address answers HEAD as it answers GET.</summary>
    public static void Fill(JsonObject document)
    {
        foreach (var path in document["paths"]!.AsObject().Select(path => path.Value!.AsObject()))
        {
            if (path["head"] is not JsonObject { Count: 0 })
            {
                continue;
            }

            var head = path["get"]!.DeepClone().AsObject();
            var id = (string)head["operationId"]!;
            head["operationId"] = id.StartsWith("get", StringComparison.Ordinal) ? "head" + id["get".Length..] : "head-" + id;
            head["summary"] = "As GET, without the content";
            head.Remove("description");
            path["head"] = head;
        }
    }
}
