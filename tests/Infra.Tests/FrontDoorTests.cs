using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using Newswire.Formats;
using Newswire.Http;

namespace Newswire.Infra.Tests;

public sealed partial class FrontDoorTests
{
    // Sent on routes without a cache: a partner's feed, and the service worker.
    private static readonly string[] NeverKept = ["application/json", "text/javascript"];

    [Fact]
    public async Task Public_documents_are_kept_at_the_edge_and_nothing_else()
    {
        var kept = Assert.Single(await RoutesAsync(), IsKept);

        Assert.Equal(Sorted(Routes.Documents.Select(Pattern)), Sorted(kept.Texts("properties.patternsToMatch")));
    }

    [Fact]
    public async Task Nothing_that_asks_for_a_key_or_changes_anything_is_kept()
    {
        var kept = Assert.Single(await RoutesAsync(), IsKept).Texts("properties.patternsToMatch");
        var others = typeof(Routes).GetFields(BindingFlags.Public | BindingFlags.Static)
            .Where(field => field.IsLiteral)
            .Select(field => (string)field.GetRawConstantValue()!)
            .Except(Routes.Documents, StringComparer.Ordinal)
            .ToList();

        Assert.NotEmpty(others);
        Assert.All(others, template => Assert.DoesNotContain(kept, pattern => Covers(pattern, "/" + template)));
    }

    [Fact]
    public async Task Everything_else_goes_through_without_a_cache()
    {
        var open = Assert.Single(await RoutesAsync(), route => !IsKept(route));

        Assert.Equal(["/*"], open.Texts("properties.patternsToMatch"));
        Assert.Equal(JsonValueKind.Undefined, open.At("properties.ruleSets").ValueKind);
    }

    [Fact]
    public async Task A_query_gets_nobody_past_the_cache()
    {
        var kept = Assert.Single(await RoutesAsync(), IsKept);

        Assert.Equal("IgnoreQueryString", kept.Text("properties.cacheConfiguration.queryStringCachingBehavior"));
    }

    [Fact]
    public async Task What_documents_are_answered_with_is_compressed()
    {
        var kept = Assert.Single(await RoutesAsync(), IsKept);

        Assert.True(kept.At("properties.cacheConfiguration.compressionSettings.isCompressionEnabled").GetBoolean());
        Assert.Equal(Sorted(MediaTypes()), Sorted(kept.Texts("properties.cacheConfiguration.compressionSettings.contentTypesToCompress")));
    }

    [Fact]
    public async Task Both_ways_are_encrypted() => Assert.All(await RoutesAsync(), route =>
    {
        Assert.Equal("Enabled", route.Text("properties.httpsRedirect"));
        Assert.Equal("HttpsOnly", route.Text("properties.forwardingProtocol"));
    });

    [Fact]
    public async Task An_own_domain_is_served_on_both_routes_with_a_certificate()
    {
        var deployment = await Deployment.PredictAsync("production", ("customDomain", "feeds.news.example"));
        var domain = deployment.The("Microsoft.Cdn/profiles/customDomains");

        Assert.Equal("feeds.news.example", domain.Text("properties.hostName"));
        Assert.Equal("TLS12", domain.Text("properties.tlsSettings.minimumTlsVersion"));
        Assert.All(
            deployment.Of("Microsoft.Cdn/profiles/afdEndpoints/routes"),
            route => Assert.Equal(domain.Id, Assert.Single(route.At("properties.customDomains").EnumerateArray()).GetProperty("id").GetString()));
    }

    [Fact]
    public async Task The_address_the_probe_asks_is_one_of_the_app()
    {
        var probe = (await Deployment.ProductionAsync()).The("Microsoft.Cdn/profiles/originGroups");
        var templates = typeof(Routes).GetFields(BindingFlags.Public | BindingFlags.Static)
            .Where(field => field.IsLiteral)
            .Select(field => "/" + field.GetRawConstantValue())
            .ToList();

        Assert.SkipUnless(templates.Any(template => template.StartsWith("/health", StringComparison.Ordinal)), "No health endpoint has been built in yet.");
        Assert.Contains(probe.Text("properties.healthProbeSettings.probePath"), templates);
    }

    private static async Task<IReadOnlyList<Resource>> RoutesAsync() =>
        (await Deployment.ProductionAsync()).Of("Microsoft.Cdn/profiles/afdEndpoints/routes");

    private static bool IsKept(Resource route) => route.At("properties.cacheConfiguration").ValueKind == JsonValueKind.Object;

    /// <summary>A route template as Front Door writes it.</summary>
    private static string Pattern(string template) =>
        template == Routes.Home ? "/" : "/" + Hole().Replace(template, "*");

    private static bool Covers(string pattern, string path) =>
        pattern.EndsWith('*') ? path.StartsWith(pattern[..^1], StringComparison.OrdinalIgnoreCase) : path.Equals(pattern, StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<string> MediaTypes()
    {
        var types = typeof(IFeedFormat).Assembly.GetTypes()
            .Where(type => type.Namespace?.StartsWith("Newswire.Formats", StringComparison.Ordinal) ?? false)
            .ToList();
        var constants =
            from type in types
            from field in type.GetFields(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static)
            where field.IsLiteral && field.Name is "ContentType" or nameof(FeedStyleSheet.FeedContentTypeForBrowsers)
            select (string)field.GetRawConstantValue()!;
        var formats = types.Where(type => type.IsAssignableTo(typeof(IFeedFormat)) && !type.IsInterface)
            .Select(type => ((IFeedFormat)Activator.CreateInstance(type, nonPublic: true)!).ContentType);
        return constants.Concat(formats).Select(type => type.Split(';')[0]).Distinct(StringComparer.Ordinal).Except(NeverKept, StringComparer.Ordinal);
    }

    private static IEnumerable<string> Sorted(IEnumerable<string> texts) => texts.Order(StringComparer.Ordinal);

    [GeneratedRegex(@"\{.*\}", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Hole();
}
