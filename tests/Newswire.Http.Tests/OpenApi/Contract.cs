using System.Text.Json.Nodes;
using Newswire.Feeds;
using Newswire.Http.OpenApi;

namespace Newswire.Http.Tests.OpenApi;

/// <summary>The OpenAPI document as a test reads it: which operation a request is, and what may come back.</summary>
internal sealed class Contract
{
    private static readonly string[] Methods = ["get", "put", "post", "delete", "head"];

    /// <summary>The document, of a publication that does not matter.</summary>
    public static Contract Ours { get; } = new(SurfaceDescription.Of(new Publication
    {
        Title = "The Example Times",
        BaseUrl = "https://syndication.example",
        TagAuthority = "news.example,2026",
    }));

    private readonly IReadOnlyList<ContractPath> paths;

    public Contract(JsonObject document)
    {
        Document = document;
        Schemas = new ContractSchemas(document);
        paths =
        [
            .. document["paths"]!.AsObject()
                .Select(path => new ContractPath(this, path.Key, path.Value!.AsObject()))
                .OrderByDescending(path => path.Exactness)
        ];
        Operations = [.. paths.SelectMany(path => Methods.Where(path.Has).Select(path.Operation))];
    }

    public JsonObject Document { get; }

    public ContractSchemas Schemas { get; }

    /// <summary>Every operation, HEAD included.</summary>
    public IReadOnlyList<ContractOperation> Operations { get; }

    /// <summary>Whether the document leaves the path out by its own rule: it is of the pages for people of the newsroom.</summary>
    public static bool IsLeftOut(string path) => path == "/newsroom" || path.StartsWith("/newsroom/", StringComparison.Ordinal);

    /// <summary>The path that is meant; of several the one that leaves least open. Null when none is.</summary>
    public ContractPath? Find(string path) => paths.FirstOrDefault(known => known.Matches(path.Length > 1 ? path.TrimEnd('/') : path));

    /// <summary>What a reference within the document leads to; anything else as it is.</summary>
    public JsonObject Resolve(JsonNode node) =>
        (string?)node["$ref"] is { } reference && reference.StartsWith('#') ? Resolve(At(reference)) : node.AsObject();

    private JsonNode At(string reference) => reference.Split('/').Skip(1)
        .Aggregate((JsonNode)Document, (at, name) => at[name] ?? throw new InvalidOperationException($"{reference} leads nowhere."));
}
