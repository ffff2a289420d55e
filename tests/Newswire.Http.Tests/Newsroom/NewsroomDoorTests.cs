using System.Text;
using Newswire.Http.Tests.Surface;
using Newswire.Keys;

namespace Newswire.Http.Tests.Newsroom;

/// <summary>The one way to what is below <c>/newsroom</c>.</summary>
public sealed class NewsroomDoorTests : SurfaceTests
{
    public static TheoryData<string> Paths { get; } =
    [
        "/newsroom", "/newsroom/articles", "/newsroom/articles/harbour-bridge", "/newsroom/articles/harbour-bridge/withdraw",
        "/newsroom/articles/harbour-bridge/erase", "/newsroom/feeds", "/newsroom/partners", "/newsroom/partners/daily-planet",
        "/newsroom/partners/daily-planet/keys/0a1b2c3d", "/newsroom/usage", "/newsroom/preview", "/newsroom/keys",
        "/newsroom/keys/0a1b2c3d", "/newsroom/set-aside", "/newsroom/poison", "/newsroom/poison/push-notify/retry",
        "/newsroom/poison/push-notify/delete", "/newsroom/audit", "/newsroom/rebuild", "/newsroom/there-is-none",
    ];

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task Without_a_key_every_page_leads_to_where_one_is_typed_and_back(string path)
    {
        var answer = await Surface.GetAsync(path + "?q=bridge");

        Assert.Equal(303, answer.Status);
        Assert.Equal("/newsroom/sign-in?to=" + Uri.EscapeDataString(path + "?q=bridge"), answer["Location"]);
        Assert.Empty(answer.Bytes);
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task No_page_is_kept_by_a_cache_framed_or_run(string path)
    {
        var answer = await LookAsync(path);

        Assert.Equal("no-store", answer["Cache-Control"]);
        Assert.Equal("nosniff", answer["X-Content-Type-Options"]);
        Assert.Equal("same-origin", answer["Referrer-Policy"]);
        Assert.Matches("^default-src 'none'; style-src 'sha256-[^']+'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'$", answer["Content-Security-Policy"]!);
        Assert.DoesNotContain("<script", answer.Text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(Surface.Key, answer.Text, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task A_form_from_another_site_does_nothing(string path)
    {
        foreach (var headers in new (string, string)[][]
        {
            [("Sec-Fetch-Site", "cross-site")],
            [("Sec-Fetch-Site", "same-site")],
            [("Sec-Fetch-Site", "none")],
            [("Sec-Fetch-Site", "cross-site"), ("Origin", "https://syndication.example")],
            [("Origin", "https://evil.example")],
            [("Origin", "null")],
            [],
        })
        {
            var answer = await Surface.SendWithAsync([Cookie, .. headers], HttpMethod.Post, path, Form());
            Assert.Equal(403, answer.Status);
        }

        Assert.Equal(0, Surface.CatalogLengthBytes);
        Assert.Empty((await Surface.Audit.ReadAsync(after: null, 10, CancellationToken.None)).Entries);
    }

    [Theory]
    [InlineData("https://syndication.example")]
    [InlineData("http://localhost")]
    public async Task An_older_browser_says_in_Origin_alone_that_a_form_is_ours(string origin)
    {
        var answer = await Surface.SendWithAsync([("Origin", origin)], HttpMethod.Post, "/newsroom/sign-in", Form(("key", Surface.Key)));

        Assert.Equal(303, answer.Status);
    }

    [Fact]
    public async Task A_good_key_is_kept_by_the_browser_for_these_pages_alone()
    {
        var answer = await SignInAsync(Surface.Key, "/newsroom/articles?q=bridge");

        Assert.Equal(303, answer.Status);
        Assert.Equal("/newsroom/articles?q=bridge", answer["Location"]);
        Assert.Equal($"newswire-newsroom={Surface.Key}; path=/newsroom; samesite=strict; httponly", answer["Set-Cookie"]);
    }

    [Fact]
    public async Task Off_this_machine_the_cookie_goes_over_TLS_only()
    {
        var answer = await Surface.SendWithAsync(
            [("Host", "syndication.example"), .. Own], HttpMethod.Post, "/newsroom/sign-in", Form(("key", Surface.Key)));

        Assert.Contains("; secure;", answer["Set-Cookie"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_key_is_told_and_not_kept()
    {
        var answer = await SignInAsync("nwp_wrong", "/newsroom/feeds");

        Assert.Equal(403, answer.Status);
        Assert.Null(answer["Set-Cookie"]);
        Assert.Contains("unknown or has been revoked", answer.Text, StringComparison.Ordinal);
        Assert.Contains("""name="to" value="/newsroom/feeds">""", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("nwp_wrong", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Wrong_keys_cost_no_storage_read_each()
    {
        var operations = await Surface.OperationsOfAsync(async () =>
        {
            for (var i = 0; i < 20; i++)
            {
                await SignInAsync($"nwp_{i}");
                await Surface.SendWithAsync([("Cookie", $"newswire-newsroom=nwp_{i}")], HttpMethod.Get, "/newsroom/audit");
            }
        });

        Assert.Equal(["read keys/publishers.json"], operations);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example")]
    [InlineData("/newsroom.evil.example")]
    [InlineData("/newsroom\\..\\")]
    [InlineData("/newsroom/\r\nSet-Cookie: x=y")]
    [InlineData("/api/articles")]
    public async Task Nobody_is_led_anywhere_but_to_a_page_of_the_newsroom(string to)
    {
        Assert.Equal("/newsroom", (await SignInAsync(Surface.Key, to))["Location"]);
        Assert.Contains(
            """name="to" value="/newsroom">""", (await Surface.GetAsync("/newsroom/sign-in?to=" + Uri.EscapeDataString(to))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_cookie_opens_nothing_of_the_API()
    {
        Assert.Equal(401, (await Surface.SendWithAsync([Cookie], HttpMethod.Get, "/api/audit")).Status);
        Assert.Equal(401, (await Surface.SendWithAsync([Cookie, .. Own], HttpMethod.Delete, "/api/articles/harbour-bridge")).Status);
    }

    [Fact]
    public async Task The_header_of_the_API_opens_no_page() =>
        Assert.Equal(303, (await Surface.SendAsync(HttpMethod.Get, "/newsroom/audit")).Status);

    [Fact]
    public async Task A_key_revoked_elsewhere_shows_nothing_once_what_was_read_is_too_old_and_is_forgotten()
    {
        Assert.Equal(200, (await LookAsync("/newsroom/audit")).Status);
        using var other = new PublisherKeys(Surface.Objects, Surface.Time);
        await other.RevokeAsync("the CMS", CancellationToken.None);
        Surface.Time.Advance(PublisherKeys.MaxAge);

        var answer = await LookAsync("/newsroom/audit");

        Assert.Equal(303, answer.Status);
        Assert.Contains("newswire-newsroom=; expires=Thu, 01 Jan 1970", answer["Set-Cookie"], StringComparison.Ordinal);
        Assert.Equal(303, (await PostAsync("/newsroom/articles/harbour-bridge/erase")).Status);
        Assert.Equal(0, Surface.CatalogLengthBytes);
    }

    [Fact]
    public async Task Signing_out_forgets_the_key()
    {
        var answer = await PostAsync("/newsroom/sign-out");

        Assert.Equal(303, answer.Status);
        Assert.Equal("/newsroom/sign-in", answer["Location"]);
        Assert.Contains("newswire-newsroom=; expires=Thu, 01 Jan 1970", answer["Set-Cookie"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task While_storage_is_away_a_page_says_so()
    {
        Surface.Plan.Unanswered = _ => true;

        var answer = await LookAsync("/newsroom/feeds");

        Assert.Equal(503, answer.Status);
        Assert.Contains("Storage does not answer", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Surface.Key, string.Join('\n', Surface.Log.Lines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_form_of_ours_is_refused()
    {
        Assert.Equal(400, (await Surface.SendWithAsync([Cookie, .. Own], HttpMethod.Post, "/newsroom/sign-in", Send.Json("{}"))).Status);
        Assert.Equal(400, (await Surface.SendWithAsync([Cookie, .. Own], HttpMethod.Post, "/newsroom/sign-in", Form(("key", new string('x', 20_000))))).Status);
        Assert.Equal(403, (await SignInAsync(Surface.Key + new string('x', 500))).Status);
    }

    [Theory]
    [InlineData("/newsroom/")]
    [InlineData("/newsroom/articles/")]
    [InlineData("/newsroom//articles")]
    [InlineData("/newsroom/poison/no-such-queue/retry")]
    [InlineData("/newsroom/articles/no-such-article")]
    public async Task What_is_no_address_of_a_page_is_none(string path)
    {
        Assert.Equal(404, (await LookAsync(path)).Status);
        Assert.Equal(404, (await PostAsync(path)).Status);
    }

    private static readonly (string, string)[] Own = [("Sec-Fetch-Site", "same-origin")];

    private (string, string) Cookie => ("Cookie", "newswire-newsroom=" + Surface.Key);

    private static ByteArrayContent Form(params (string Name, string Value)[] fields)
    {
        var text = string.Join('&', fields.Select(field => $"{field.Name}={Uri.EscapeDataString(field.Value)}"));
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(text));
        content.Headers.TryAddWithoutValidation("Content-Type", "application/x-www-form-urlencoded");
        return content;
    }

    private Task<Answer> LookAsync(string path) => Surface.SendWithAsync([Cookie], HttpMethod.Get, path);

    private Task<Answer> PostAsync(string path, params (string Name, string Value)[] fields) =>
        Surface.SendWithAsync([Cookie, .. Own], HttpMethod.Post, path, Form(fields));

    private Task<Answer> SignInAsync(string key, string to = "/newsroom") =>
        Surface.SendWithAsync(Own, HttpMethod.Post, "/newsroom/sign-in", Form(("key", key), ("to", to)));
}
