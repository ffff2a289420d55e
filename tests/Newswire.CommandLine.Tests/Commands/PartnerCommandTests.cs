using System.Text.RegularExpressions;
using Newswire.Partners;

namespace Newswire.CommandLine.Tests.Commands;

public sealed partial class PartnerCommandTests : IAsyncDisposable
{
    private readonly InMemoryNewswire newswire = new();
    private readonly ScratchFolder files = new();

    [Fact]
    public async Task Every_partner_is_made_at_once_and_a_second_time_nothing_is_done()
    {
        var (_, first, ignored) = await ApplyAsync("""{"partners": [{"name": "planet", "title": "Planet", "x": 1}, {"name": "gazette", "title": "Gazette"}]}""");
        var (_, second, _) = await ApplyAsync("""{"partners": [{"name": "planet", "title": "Planet"}, {"name": "gazette", "title": "The Gazette", "profile": "msn", "feeds": ["latest"]}]}""");

        Assert.Equal("/partners/0/x is not known and was ignored.", ignored.Trim());
        Assert.Equal("planet  created\ngazette  created", first.Trim());
        Assert.Equal("planet  is so already\ngazette  replaced", second.Trim());
        Assert.Equal(["gazette msn 1 The Gazette", "planet generic 0 Planet"], (await ListAsync()).Skip(1));
    }

    [Fact]
    public async Task Every_fault_is_named_and_nothing_is_applied()
    {
        var (code, output, errors) = await ApplyAsync(
            """{"partners": [{"name": "planet", "title": "Planet", "feeds": ["nowhere"]}, {"name": "b", "title": "B"}]}""");

        Assert.Equal(1, code);
        Assert.Empty(output);
        Assert.StartsWith("/partners/0/feeds/0: No feed 'nowhere' is known", errors, StringComparison.Ordinal);
        Assert.Equal(["There is no partner yet; 'newswire partners apply FILE' makes some."], await ListAsync());
    }

    [Fact]
    public async Task A_feed_that_a_file_defined_a_moment_ago_can_be_given()
    {
        await newswire.RunAsync("feeds", "apply", files.Write("feeds.json", """{"feeds": [{"name": "home"}]}"""));

        var (code, output, _) = await ApplyAsync("""{"partners": [{"name": "a", "title": "A", "feeds": ["home"]}]}""");

        Assert.Equal((0, "a  created"), (code, output.Trim()));
    }

    [Fact]
    public async Task A_key_is_shown_once_and_opens_the_door_until_it_is_revoked()
    {
        await ApplyAsync("""{"partners": [{"name": "planet", "title": "Planet"}]}""");

        var (_, made, _) = await newswire.RunAsync("partners", "key", "create", "planet", "--expires", "2027-01-31");
        var key = Secret().Match(made).Value;
        var id = made.Split(' ')[1];

        Assert.StartsWith($"Key {id} of planet, good until 2027-01-31 00:00:", made, StringComparison.Ordinal);
        Assert.IsType<PartnerCheck.Good>(await newswire.Get<PartnerRecords>().FindByKeyAsync("planet", key, TestContext.Current.CancellationToken));
        Assert.Contains(await ListAsync(), line => line == $"planet {id} 2026-03-04 09:00 good until 2027-01-31 00:00");
        Assert.DoesNotContain(await ListAsync(), line => line.Contains(key, StringComparison.Ordinal));

        var (_, revoked, _) = await newswire.RunAsync("partners", "key", "revoke", "planet", id);
        Assert.Equal($"The key {id} of planet is revoked.", revoked.Trim());
        Assert.Contains(await ListAsync(), line => line == $"planet {id} 2026-03-04 09:00 revoked 2026-03-04 09:00");
    }

    [Theory]
    [InlineData("partners", "key", "create", "nobody")]
    [InlineData("partners", "key", "revoke", "nobody", "0a1b2c3d")]
    [InlineData("partners", "remove", "nobody")]
    [InlineData("partners", "usage", "nobody")]
    [InlineData("partners", "webhook", "show", "nobody")]
    public async Task A_partner_that_is_not_there_is_named(params string[] args)
    {
        var (code, output, errors) = await newswire.RunAsync(args);

        Assert.Equal((1, ""), (code, output));
        Assert.StartsWith("There is no such partner. No partner 'nobody' is known.", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_date_that_is_none_is_a_fault_of_the_command_line()
    {
        var (code, _, errors) = await newswire.RunAsync("partners", "key", "create", "planet", "--expires", "31.1.2027");

        Assert.Equal(ExitCode.Usage, code);
        Assert.Contains("--expires must be a date such as 2027-01-31", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_partner_that_is_removed_is_gone()
    {
        await ApplyAsync("""{"partners": [{"name": "planet", "title": "Planet"}]}""");

        Assert.Equal("planet is removed.", (await newswire.RunAsync("partners", "remove", "planet")).Output.Trim());

        Assert.Single(await ListAsync());
    }

    [Fact]
    public async Task A_webhook_is_set_shown_and_given_a_second_secret()
    {
        await ApplyAsync("""{"partners": [{"name": "planet", "title": "Planet"}]}""");
        await newswire.ProjectAsync();

        var (_, set, errors) = await newswire.RunAsync("partners", "webhook", "set", "planet", "https://planet.example.com/hook?token=x");
        Assert.Empty(errors);
        var (_, second, _) = await newswire.RunAsync("partners", "webhook", "secret", "planet");
        var (_, shown, _) = await newswire.RunAsync("partners", "webhook", "show", "planet");

        Assert.Contains("whsec_", set, StringComparison.Ordinal);
        Assert.Contains("whsec_", second, StringComparison.Ordinal);
        Assert.Contains("planet.example.com", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("token", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("whsec_", shown, StringComparison.Ordinal);
    }

    public async ValueTask DisposeAsync()
    {
        await newswire.DisposeAsync();
        files.Dispose();
    }

    private Task<(int Code, string Output, string Errors)> ApplyAsync(string json) =>
        newswire.RunAsync("partners", "apply", files.Write("partners.json", json));

    private async Task<IEnumerable<string>> ListAsync() => (await newswire.RunAsync("partners", "list")).Output
        .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Select(line => line.StartsWith("There", StringComparison.Ordinal) ? line : string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries)));

    [GeneratedRegex(@"nws_\S+", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Secret();
}
