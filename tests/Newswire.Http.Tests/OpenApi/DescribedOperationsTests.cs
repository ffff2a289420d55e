using Newswire.Http.Tests.Connectors;
using Newswire.Http.Tests.Surface;

namespace Newswire.Http.Tests.OpenApi;

/// <summary>Every answer that the document names is given, of what is for whoever runs the publication and for its CMS.</summary>
public sealed class DescribedOperationsTests : DescribedWalk
{
    /// <summary>The groups of the document that this is about.</summary>
    internal static readonly string[] Walked = ["Connectors", "Operations"];

    private static readonly (string Operation, int Status)[] Elsewhere =
    [
        ("setConnector", 409), // ConnectorTests
    ];

    [Fact]
    public async Task Every_answer_that_is_described_is_given()
    {
        await WalkConnectorsAsync();
        await WalkCatalogAsync();
        await WalkRebuildAsync();
        await WalkRestAsync();

        AssertGiven(operation => Walked.Contains(operation.Tag), Elsewhere);
    }

    private async Task WalkConnectorsAsync()
    {
        const string Connector = "/api/connectors/our-blog";
        await ExpectAsync(404, "GET", Connector);
        await ExpectAsync(404, "DELETE", Connector);
        await ExpectAsync(400, "PUT", Connector, Send.Json("{"));
        await ExpectAsync(422, "PUT", Connector, Send.Json("{}"));
        var secret = (await ExpectAsync(201, "PUT", Connector, Send.Json("""{"kind": "ghost"}"""))).Json.GetProperty("secret").GetString()!;
        await ExpectAsync(200, "PUT", Connector, Send.Json("""{"kind": "ghost"}"""));
        await ExpectAsync(200, "GET", Connector);
        await ExpectAsync(200, "GET", "/api/connectors");

        var told = ExampleOf("takeEvent");
        await TellAsync(202, told);
        await TellAsync(200, told, ("Prefer", "wait=10"));
        await TellAsync(200, """{"page": {}}""");
        await TellAsync(400, "{");
        await TellAsync(422, told.Replace("https://courier.example/", "nowhere", StringComparison.Ordinal));
        await ExpectAsync(204, "DELETE", Connector);

        Task TellAsync(int status, string json, params (string Name, string Value)[] headers) => ExpectAsync(
            status, "POST", Connector + "/events", Send.Json(json), [CmsEvents.GhostSignature(json, secret, Surface.Time.GetUtcNow()), .. headers]);
    }

    private async Task WalkCatalogAsync()
    {
        await ExpectAsync(202, "POST", "/api/catalog", Send.Batch(ExampleOf("takeCatalog")));
        await ExpectAsync(422, "POST", "/api/catalog", Send.Batch("{}"));
        await ExpectAsync(400, "POST", "/api/catalog", Send.Batch("\n"));
        await ExpectAsync(200, "GET", "/api/catalog");
        await ExpectAsync(400, "GET", "/api/catalog?after=nowhere");
    }

    private async Task WalkRebuildAsync()
    {
        await ExpectAsync(200, "GET", "/api/rebuild");
        await ExpectAsync(400, "POST", "/api/rebuild?purpose=fun");
        await ExpectAsync(202, "POST", "/api/rebuild");
        await ExpectAsync(409, "POST", "/api/rebuild?purpose=verify");
        await ExpectAsync(200, "DELETE", "/api/rebuild");
    }

    private async Task WalkRestAsync()
    {
        await ReadAsync(200, "/health/live");
        await ReadAsync(200, "/health/ready");
        await ExpectAsync(200, "GET", "/api/operations/history");
        await ExpectAsync(400, "GET", "/api/operations/history?from=yesterday");
        await ExpectAsync(200, "GET", "/api/readers");
        await ExpectAsync(200, "GET", "/api/audit");
        await ExpectAsync(400, "GET", "/api/audit?count=none");
    }
}
