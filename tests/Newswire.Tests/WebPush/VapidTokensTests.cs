using Microsoft.Extensions.Time.Testing;
using Newswire.TestKit;
using Newswire.TestKit.Storage;
using Newswire.TestKit.WebPush;
using Newswire.WebPush;

namespace Newswire.Tests.WebPush;

/// <summary>Tokens as a push service reads them (RFC 8292).</summary>
public sealed class VapidTokensTests
{
    private const string Service = "https://push.example.net";

    private readonly FakeTimeProvider time = new(Some.Morning);
    private readonly VapidKeys keys = new(new InMemoryObjectStore());

    [Fact]
    public void The_push_service_of_the_tests_takes_the_example_of_RFC_8292_and_no_forgery_of_it()
    {
        const string Example =
            "vapid t=eyJ0eXAiOiJKV1QiLCJhbGciOiJFUzI1NiJ9.eyJhdWQiOiJodHRwczovL3B1c2guZXhhbXBsZS5uZXQiLCJleHAiOjE0NTM1MjM3NjgsInN1YiI6Im1haWx0bzpwdXNoQGV4YW1wbGUuY29tIn0.i3CYb7t4xfxCDquptFOepC9GAu_HLGkMlMuCGSK2rpiUfnK9ojFwDXb1JrErtmysazNjjvW2L9OkSSHzvoD1oA, k=BA1Hxzyi1RUM1b5wjxsn7nGxAszw2u61m164i3MrAIxHF6YK5h4SDYic-dRuU_RCPCfA5aq9ojSwk5Y2EmClBPs";

        Assert.Equal(
            new VapidCredentials(
                Service,
                new DateTimeOffset(2016, 1, 23, 4, 36, 8, TimeSpan.Zero),
                "mailto:push@example.com",
                "BA1Hxzyi1RUM1b5wjxsn7nGxAszw2u61m164i3MrAIxHF6YK5h4SDYic-dRuU_RCPCfA5aq9ojSwk5Y2EmClBPs"),
            VapidCredentials.Verify(Example));
        Assert.Null(VapidCredentials.Verify(Example.Replace("t=eyJ0eXAiOiJKV1QiLCJhbGciOiJFUzI1NiJ9.eyJhdWQiO", "t=eyJ0eXAiOiJKV1QiLCJhbGciOiJFUzI1NiJ9.eyJhdXQiO", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("mailto:desk@news.example")]
    [InlineData("https://news.example/contact")]
    [InlineData(null)]
    public async Task A_token_names_service_end_and_contact_and_is_signed_with_the_key_beside_it(string? contact) =>
        Assert.Equal(
            new VapidCredentials(
                Service, Some.Morning + TimeSpan.FromHours(12), contact, (await keys.GetAsync(CancellationToken.None)).PublicKey),
            VapidCredentials.Verify(await AuthorizationAsync(Tokens(contact))));

    [Fact]
    public async Task A_token_is_used_again_for_an_hour()
    {
        var tokens = Tokens();
        var first = await AuthorizationAsync(tokens);

        time.Advance(TimeSpan.FromHours(1) - TimeSpan.FromTicks(1));
        Assert.Equal(first, await AuthorizationAsync(tokens));

        time.Advance(TimeSpan.FromTicks(1));
        var second = await AuthorizationAsync(tokens);
        Assert.NotEqual(first, second);
        Assert.Equal(time.GetUtcNow() + TimeSpan.FromHours(12), VapidCredentials.Verify(second)!.Expires);
    }

    [Fact]
    public async Task A_token_made_when_the_clock_was_ahead_is_not_used_again()
    {
        var now = DateTimeOffset.UnixEpoch.AddYears(60);
        var tokens = new VapidTokens(keys, new PushOptions(), new SetClock(() => now));
        var ahead = await AuthorizationAsync(tokens);

        now = now.AddDays(-2);

        Assert.NotEqual(ahead, await AuthorizationAsync(tokens));
    }

    [Fact]
    public async Task Every_service_gets_a_token_of_its_own()
    {
        var tokens = Tokens();

        var one = VapidCredentials.Verify(await AuthorizationAsync(tokens));
        var other = VapidCredentials.Verify(await AuthorizationAsync(tokens, "https://web.push.apple.com"));

        Assert.Equal("https://web.push.apple.com", other!.Audience);
        Assert.Equal(one! with { Audience = other.Audience }, other);
    }

    [Fact]
    public async Task Many_services_do_not_stay_in_memory_for_ever()
    {
        var tokens = Tokens();
        var first = await AuthorizationAsync(tokens);

        for (var i = 0; i < 256; i++)
        {
            await AuthorizationAsync(tokens, $"https://{i}.notify.windows.com");
        }

        Assert.NotEqual(first, await AuthorizationAsync(tokens));
    }

    private static async Task<string> AuthorizationAsync(VapidTokens tokens, string origin = Service) =>
        await tokens.AuthorizationAsync(origin, CancellationToken.None);

    private VapidTokens Tokens(string? contact = null) => new(keys, new PushOptions { Contact = contact }, time);

    private sealed class SetClock(Func<DateTimeOffset> now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now();
    }
}
