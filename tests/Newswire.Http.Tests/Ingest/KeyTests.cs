using System.Text;
using Microsoft.AspNetCore.Http;
using Newswire.Http.Tests.Surface;
using Newswire.Keys;

namespace Newswire.Http.Tests.Ingest;

public sealed class KeyTests : SurfaceTests
{
    public static TheoryData<string, string> IngestRoutes { get; } = new()
    {
        { "PUT", "/api/articles/harbour-bridge" },
        { "DELETE", "/api/articles/harbour-bridge" },
        { "GET", "/api/articles/harbour-bridge" },
        { "POST", "/api/articles" },
        { "POST", "/api/pages" },
        { "PUT", "/api/feeds/front-page" },
        { "DELETE", "/api/feeds/front-page" },
        { "GET", "/api/feeds/front-page" },
        { "POST", "/api/articles/harbour-bridge/erasure" },
        { "GET", "/api/articles/harbour-bridge/erasure" },
        { "GET", "/api/catalog" },
        { "POST", "/api/catalog" },
        { "GET", "/api/connectors" },
        { "GET", "/api/connectors/courier-blog" },
        { "PUT", "/api/connectors/courier-blog" },
        { "DELETE", "/api/connectors/courier-blog" },
        { "GET", "/api/partners" },
        { "PUT", "/api/partners" },
        { "GET", "/api/partners/daily-planet" },
        { "PUT", "/api/partners/daily-planet" },
        { "DELETE", "/api/partners/daily-planet" },
        { "POST", "/api/partners/daily-planet/keys" },
        { "DELETE", "/api/partners/daily-planet/keys/0a1b2c3d" },
        { "GET", "/api/partners/daily-planet/usage" },
        { "GET", "/api/partners/daily-planet/webhook" },
        { "PUT", "/api/partners/daily-planet/webhook" },
        { "DELETE", "/api/partners/daily-planet/webhook" },
        { "POST", "/api/partners/daily-planet/webhook/secrets" },
        { "DELETE", "/api/partners/daily-planet/webhook/secrets/9f8e7d6c" },
        { "POST", "/api/partners/daily-planet/webhook/dead/77aa66bb" },
        { "POST", "/api/partners/daily-planet/webhook/ping" },
        { "GET", "/api/partners/daily-planet/feeds/crime" },
        { "GET", "/api/partners/daily-planet/articles/harbour-bridge" },
        { "GET", "/api/operations/history" },
        { "GET", "/api/readers" },
        { "GET", "/api/audit" },
        { "POST", "/api/rebuild" },
        { "GET", "/api/rebuild" },
        { "DELETE", "/api/rebuild" },
    };

    /// <summary>What subscribers ask, who have no key.</summary>
    private static readonly string[] ForSubscribers =
    [
        "GET " + Routes.Hub, "HEAD " + Routes.Hub, "POST " + Routes.Hub,
        "GET " + Routes.PushKey, "HEAD " + Routes.PushKey, "GET " + Routes.PushWorker, "HEAD " + Routes.PushWorker, "POST " + Routes.PushSubscriptions, "DELETE " + Routes.PushSubscriptions,
    ];

    /// <summary>What a CMS tells, signed with a secret of its own.</summary>
    private static readonly string[] ForConnectors = ["POST " + Routes.ConnectorEvents];

    /// <summary>What partners ask with keys of their own.</summary>
    private static readonly string[] ForPartners =
    [
        .. new[] { Routes.PartnerHome, Routes.PartnerFeeds, Routes.PartnerChanges }.SelectMany(template => new[] { "GET " + template, "HEAD " + template }),
    ];

    /// <summary>What load balancers ask, who have no key.</summary>
    private static readonly string[] ForBalancers =
    [
        .. new[] { Routes.Live, Routes.Ready }.SelectMany(template => new[] { "GET " + template, "HEAD " + template }),
    ];

    /// <summary>What developers read before they have a key.</summary>
    private static readonly string[] ForDevelopers =
    [
        .. new[] { Routes.OpenApi, Routes.Developers }.SelectMany(template => new[] { "GET " + template, "HEAD " + template }),
    ];

    /// <summary>Pages, which have a door of their own (<see cref="Newsroom.NewsroomDoorTests"/>).</summary>
    private static readonly string[] Pages = ["GET " + Routes.Newsroom, "HEAD " + Routes.Newsroom, "POST " + Routes.Newsroom];

    private static readonly (string Value, string Parameter)[] Parameters =
        [("harbour-bridge", "{id}"), ("courier-blog", "{connector}"), ("front-page", "{*name}"), ("daily-planet", "{partner}"), ("0a1b2c3d", "{key}"), ("crime", "{*feed}"), ("9f8e7d6c", "{secret}"), ("77aa66bb", "{letter}")];

    [Fact]
    public void No_route_of_the_surface_is_missing_from_these_tests()
    {
        var open = Routes.Documents.SelectMany<string, string>(template => ["GET " + template, "HEAD " + template])
            .Concat(ForSubscribers)
            .Concat(ForPartners)
            .Concat(ForBalancers)
            .Concat(ForConnectors)
            .Concat(ForDevelopers)
            .Concat(Pages);
        var checkedHere = IngestRoutes.Select(row => $"{row.Data.Item1} {Parameters.Aggregate(
            row.Data.Item2[1..], (path, pair) => path.Replace(pair.Value, pair.Parameter, StringComparison.Ordinal))}");

        Assert.Equal(
            open.Concat(checkedHere).Order(StringComparer.Ordinal),
            Surface.Routes.Select(route => $"{route.Method} {route.Template}").Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(IngestRoutes))]
    public async Task Without_a_key_every_ingest_route_answers_401_and_says_how_to_send_one(string method, string path)
    {
        var answer = await Surface.SendWithAsync([], new HttpMethod(method), path);

        Assert.Equal(401, answer.Status);
        Assert.Equal("application/problem+json", answer["Content-Type"]);
        Assert.Equal("Bearer realm=\"publisher\"", answer["WWW-Authenticate"]);
        Assert.Contains("Authorization: Bearer", answer.Json.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Equal("no-store", answer["Cache-Control"]);
    }

    [Theory]
    [MemberData(nameof(IngestRoutes))]
    public async Task With_a_wrong_key_every_ingest_route_answers_403(string method, string path)
    {
        var answer = await Surface.SendWithAsync([("Authorization", "Bearer nwp_wrong")], new HttpMethod(method), path);

        Assert.Equal(403, answer.Status);
        Assert.Equal("application/problem+json", answer["Content-Type"]);
        Assert.Equal("urn:newswire:problem:key-refused", answer.Json.GetProperty("type").GetString());
    }

    [Theory]
    [MemberData(nameof(IngestRoutes))]
    public async Task A_refused_request_is_not_read(string method, string path)
    {
        Assert.Equal(403, (await SendUnreadableAsync("nwp_wrong")).Response.StatusCode);

        // Others have no content, or look first whether there is the partner.
        if (method is "PUT" or "POST" && !path.EndsWith("/erasure", StringComparison.Ordinal) && path != "/api/rebuild" && !path.Contains("/webhook", StringComparison.Ordinal))
        {
            await Assert.ThrowsAsync<InvalidOperationException>(() => SendUnreadableAsync(Surface.Key));
        }

        Task<HttpContext> SendUnreadableAsync(string key) => Surface.SendRawAsync(method, path, request =>
        {
            request.Headers.Authorization = "Bearer " + key;
            request.ContentType = path == "/api/pages" ? "text/html" : method == "PUT" || path.EndsWith("/keys", StringComparison.Ordinal) ? "application/json" : "application/x-ndjson";
            request.Body = new UnreadableStream();
        });
    }

    [Theory]
    [InlineData("Basic dXNlcjpwYXNz", 401)]
    [InlineData("Bearer", 401)]
    [InlineData("", 401)]
    [InlineData("Bearer ", 401)]
    [InlineData("Bearer    \t", 401)]
    [InlineData("Bearer nwp_wrong", 403)]
    [InlineData("Bearer nwp_wrong and more", 403)]
    [InlineData("Bearer ñandú", 403)]
    public async Task What_is_not_a_good_key_is_refused(string authorization, int status)
    {
        var answer = await Surface.SendWithAsync(
            [("Authorization", authorization)], HttpMethod.Delete, "/api/articles/harbour-bridge");

        Assert.Equal(status, answer.Status);
        Assert.Equal("application/problem+json", answer["Content-Type"]);
        Assert.Equal(0, Surface.CatalogLengthBytes);
    }

    [Fact]
    public async Task A_key_too_long_to_be_one_is_refused()
    {
        var answer = await Surface.SendWithAsync(
            [("Authorization", "Bearer " + Surface.Key + new string('x', 5_000))], HttpMethod.Delete, "/api/articles/x");

        Assert.Equal(403, answer.Status);
    }

    [Fact]
    public async Task Two_keys_at_once_are_refused_even_when_one_is_good()
    {
        var answer = await Surface.SendWithAsync(
            [("Authorization", "Bearer " + Surface.Key), ("Authorization", "Bearer nwp_wrong")],
            HttpMethod.Delete,
            "/api/articles/harbour-bridge");

        Assert.Equal(401, answer.Status);
        Assert.Equal(0, Surface.CatalogLengthBytes);
    }

    [Theory]
    [InlineData("bearer ")]
    [InlineData("BEARER ")]
    [InlineData("Bearer   ")]
    public async Task The_scheme_is_read_in_any_case_and_spacing(string scheme)
    {
        var answer = await Surface.SendWithAsync(
            [("Authorization", scheme + Surface.Key)], HttpMethod.Delete, "/api/articles/harbour-bridge");

        Assert.Equal(202, answer.Status);
    }

    [Fact]
    public async Task A_key_revoked_by_another_process_opens_nothing_once_what_was_read_is_too_old()
    {
        Assert.Equal(202, (await Surface.PutAsync("before")).Status);
        using var other = new PublisherKeys(Surface.Objects, Surface.Time);
        Assert.Equal(1, await other.RevokeAsync("the CMS", CancellationToken.None));
        var length = Surface.CatalogLengthBytes;

        Surface.Time.Advance(PublisherKeys.MaxAge);

        Assert.Equal(403, (await Surface.PutAsync("after")).Status);
        Assert.Equal(length, Surface.CatalogLengthBytes);
    }

    [Fact]
    public async Task A_key_revoked_by_this_process_opens_nothing_at_once()
    {
        Assert.Equal(202, (await Surface.PutAsync("before")).Status);
        await Surface.Keys.RevokeAsync("the CMS", CancellationToken.None);

        Assert.Equal(403, (await Surface.PutAsync("after")).Status);
    }

    [Fact]
    public async Task Revoking_one_key_leaves_the_others_good()
    {
        var (second, _) = await Surface.Keys.CreateAsync("second CMS", CancellationToken.None);
        await Surface.Keys.RevokeAsync("the CMS", CancellationToken.None);

        var answer = await Surface.SendWithAsync(
            [("Authorization", "Bearer " + second)], HttpMethod.Delete, "/api/articles/harbour-bridge");

        Assert.Equal(202, answer.Status);
    }

    [Fact]
    public async Task Wrong_keys_cost_no_storage_read_each()
    {
        var operations = await Surface.OperationsOfAsync(async () =>
        {
            for (var i = 0; i < 20; i++)
            {
                await Surface.SendWithAsync([("Authorization", $"Bearer nwp_{i}")], HttpMethod.Delete, "/api/articles/x");
            }
        });

        Assert.Equal(["read keys/publishers.json"], operations);
    }

    [Fact]
    public async Task The_key_itself_is_stored_nowhere()
    {
        await Surface.PutAsync("harbour-bridge", wait: true);

        var stored = Surface.Objects.Snapshot();
        Assert.Contains(stored.Keys, path => path.ToString() == "keys/publishers.json");
        Assert.All(stored, pair => Assert.DoesNotContain(
            Surface.Key["nwp_".Length..], Encoding.UTF8.GetString(pair.Value.Content.Span), StringComparison.Ordinal));
        Assert.All(Surface.Catalog.Snapshot().Values, page => Assert.DoesNotContain(
            Surface.Key["nwp_".Length..], Encoding.UTF8.GetString(page), StringComparison.Ordinal));
    }

    [Fact]
    public async Task While_keys_cannot_be_read_nobody_is_let_in()
    {
        Surface.Plan.Unanswered = operation => operation.StartsWith("read keys/", StringComparison.Ordinal);

        var answer = await Surface.PutAsync("harbour-bridge");

        Assert.Equal(503, answer.Status);
        Assert.Equal(0, Surface.CatalogLengthBytes);
    }

    /// <summary>Fails whoever reads it.</summary>
    private sealed class UnreadableStream : MemoryStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            throw new InvalidOperationException("The content of a refused request was read.");
    }
}
