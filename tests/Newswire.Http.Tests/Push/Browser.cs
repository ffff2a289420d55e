using System.Text.Json;
using System.Text.Json.Nodes;
using Newswire.Http.Tests.Surface;
using Newswire.TestKit.WebPush;

namespace Newswire.Http.Tests.Push;

/// <summary>A reader's browser: it makes the keys, sends what a page would, and reads what is pushed.</summary>
internal sealed class Browser(NewswireSurface surface, string endpoint) : IDisposable
{
    private readonly ReceiverKeys keys = new();

    public string Endpoint => endpoint;

    /// <summary>What a page sends to subscribe; <paramref name="more"/> sets, replaces or (with null) removes members.</summary>
    public JsonObject Request(params IEnumerable<(string Name, JsonNode? Value)> more)
    {
        var request = new JsonObject
        {
            ["subscription"] = new JsonObject
            {
                ["endpoint"] = endpoint,
                ["expirationTime"] = null,
                ["keys"] = new JsonObject { ["p256dh"] = keys.P256dh, ["auth"] = keys.Auth },
            },
            ["favourites"] = new JsonArray("topics/transport"),
        };
        foreach (var (name, value) in more)
        {
            request.Remove(name);
            if (value is not null)
            {
                request[name] = value;
            }
        }

        return request;
    }

    /// <summary>The request with another value of a member of <c>subscription</c>, or of its keys.</summary>
    public JsonObject RequestWith(string member, JsonNode? value)
    {
        var request = Request();
        var at = (JsonObject)request["subscription"]!;
        (member is "p256dh" or "auth" ? (JsonObject)at["keys"]! : at)[member] = value;
        return request;
    }

    public Task<Answer> SubscribeAsync(JsonNode? request = null) => SendAsync(HttpMethod.Post, Send.Json(request ?? Request()));

    public Task<Answer> UnsubscribeAsync() => SendAsync(HttpMethod.Delete, Send.Json(new JsonObject { ["endpoint"] = endpoint }));

    public Task<Answer> SendAsync(HttpMethod method, HttpContent content) => surface.SendWithAsync([], method, "/push/subscriptions", content);

    /// <summary>What the reader sees of a message.</summary>
    public JsonElement Read(PushService.Received message) =>
        JsonElement.Parse(keys.Decrypt(message.Body)).GetProperty("notification");

    public void Dispose() => keys.Dispose();
}
