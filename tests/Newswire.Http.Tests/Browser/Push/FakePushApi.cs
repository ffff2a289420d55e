using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Newswire.Http.Push;

namespace Newswire.Http.Tests.Browser.Push;

/// <summary>The routes below <c>/push</c>: the worker is the real one, the rest keeps what it is sent.</summary>
internal sealed class FakePushApi
{
    private readonly ConcurrentQueue<(string Method, JsonObject Body)> requests = new();
    private readonly ConcurrentQueue<string> asked = new();

    /// <summary>What is wrong with it.</summary>
    public PushTrouble Trouble { get; set; }

    /// <summary>The key it has now.</summary>
    public string PublicKey { get; private set; } = NewKey();

    /// <summary>What it was sent, in order.</summary>
    public IReadOnlyList<(string Method, JsonObject Body)> Requests => [.. requests];

    /// <summary>Every path below <c>/push</c> that was asked for, in order.</summary>
    public IReadOnlyList<string> Asked => [.. asked];

    /// <summary>What it keeps for each endpoint.</summary>
    public ConcurrentDictionary<string, JsonObject> Subscriptions { get; } = new(StringComparer.Ordinal);

    /// <summary>As it was at first.</summary>
    public void Reset()
    {
        Trouble = PushTrouble.None;
        Subscriptions.Clear();
        requests.Clear();
        asked.Clear();
    }

    /// <summary>From now on it has another key.</summary>
    public void ChangeKey() => PublicKey = NewKey();

    /// <summary>Answers a request.</summary>
    public async Task ServeAsync(HttpContext context, string path)
    {
        asked.Enqueue(path);
        var result = (context.Request.Method, path) switch
        {
            ("GET", "worker.js") => WorkerApi.Get(context.Request),
            _ when Trouble == PushTrouble.Off => TypedResults.NotFound(),
            _ when Trouble == PushTrouble.Away => TypedResults.StatusCode(StatusCodes.Status503ServiceUnavailable),
            ("GET", "key") => TypedResults.Json(new JsonObject { ["publicKey"] = PublicKey }),
            ("POST" or "DELETE", "subscriptions") => await ChangeAsync(context.Request),
            _ => TypedResults.NotFound(),
        };
        await result.ExecuteAsync(context);
    }

    private async Task<IResult> ChangeAsync(HttpRequest request)
    {
        var body = (await JsonNode.ParseAsync(request.Body))!.AsObject();
        requests.Enqueue((request.Method, body));
        if (Trouble == PushTrouble.Refuses)
        {
            return TypedResults.Problem(detail: "At most 50 feeds can be chosen.", statusCode: StatusCodes.Status422UnprocessableEntity);
        }

        if (request.Method == HttpMethods.Delete)
        {
            Subscriptions.TryRemove((string)body["endpoint"]!, out _);
            return TypedResults.NoContent();
        }

        JsonObject? before = null;
        if ((string?)body["replaces"] is { } replaced)
        {
            Subscriptions.TryRemove(replaced, out before);
        }

        var stored = new JsonObject
        {
            ["favourites"] = (body["favourites"] ?? before?["favourites"])?.DeepClone(),
            ["quietHours"] = (body["quietHours"] ?? before?["quietHours"])?.DeepClone(),
            ["maxPerDay"] = (body["maxPerDay"] ?? before?["maxPerDay"])?.DeepClone() ?? 10,
        };
        Subscriptions[(string)body["subscription"]!["endpoint"]!] = stored;
        return TypedResults.Json(stored, statusCode: StatusCodes.Status201Created);
    }

    private static string NewKey()
    {
        using var pair = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
        var point = pair.ExportParameters(includePrivateParameters: false).Q;
        return Base64Url.EncodeToString([4, .. point.X!, .. point.Y!]);
    }
}
