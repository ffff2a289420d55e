using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Newswire.Catalog;
using Newswire.Http;
using Newswire.Partners;
using Newswire.Server.Definitions;
using Newswire.Server.Hosting;
using Newswire.Server.Partners;
using Newswire.Storage;
using Newswire.TestKit;
using Newswire.TestKit.Storage;

namespace Newswire.Server.Tests;

/// <summary>A file of partners and their keys, from the bytes to the lines printed, over storage in memory.</summary>
public sealed class PartnerFileTests : IAsyncDisposable
{
    private readonly InMemoryObjectStore objects = new();
    private readonly FakeTimeProvider time = new(Some.Morning);
    private readonly ServiceProvider services;

    public PartnerFileTests() => services = new ServiceCollection()
        .AddLogging()
        .AddSingleton<TimeProvider>(time)
        .AddSingleton<IObjectStore>(objects)
        .AddSingleton<ICatalogPages>(new InMemoryCatalogPages())
        .AddSingleton<IMessageQueues>(new InMemoryMessageQueues())
        .AddSingleton<ILeases>(new InMemoryLeases(time))
        .AddNewswire(new ConfigurationBuilder().Build())
        .BuildServiceProvider();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_partner_is_made_at_once_and_a_second_time_nothing_is_done()
    {
        var (first, _) = await ApplyAsync("""{"partners": [{"name": "planet", "title": "Planet", "x": 1}, {"name": "gazette", "title": "Gazette"}]}""");
        var (second, _) = await ApplyAsync("""{"partners": [{"name": "planet", "title": "Planet"}, {"name": "gazette", "title": "The Gazette", "profile": "msn", "feeds": ["latest"]}]}""");

        Assert.Equal(["/partners/0/x is not known and was ignored.", "planet  created", "gazette  created"], first);
        Assert.Equal(["planet  is so already", "gazette  replaced"], second);
        Assert.Equal(["gazette  msn        1 feed  The Gazette", "planet   generic    0 feeds  Planet"], await ListAsync());
    }

    [Fact]
    public async Task Every_fault_is_named_and_nothing_is_applied()
    {
        var (output, errors) = await ApplyAsync(
            """{"partners": [{"name": "planet", "title": "Planet"}, {"name": "Not Good", "title": 7}, {"name": "planet", "title": "P", "profile": "x"}]}""");

        Assert.Empty(output);
        Assert.Equal(
            ["/partners/1/name", "/partners/1/title", "/partners/2/name", "/partners/2/profile"],
            errors.SkipLast(1).Select(line => line.Split(':')[0]).Order(StringComparer.Ordinal));
        Assert.Equal("Nothing was applied: 4 faults.", errors[^1]);
        Assert.Empty(await ListAsync());
    }

    [Fact]
    public async Task A_feed_that_is_not_there_is_named_where_it_stands_and_nothing_is_applied()
    {
        await ActivatorUtilities.CreateInstance<FeedFile>(services).ApplyAsync(
            Encoding.UTF8.GetBytes("""{"feeds": [{"name": "home"}]}"""), TextWriter.Null, TextWriter.Null, Token);

        var (output, errors) = await ApplyAsync(
            """{"partners": [{"name": "a", "title": "A", "feeds": ["home"]}, {"name": "b", "title": "B", "feeds": ["home", "nowhere"]}]}""");

        Assert.Empty(output);
        Assert.StartsWith("/partners/1/feeds/1: No feed 'nowhere' is known", Assert.Single(errors.SkipLast(1)), StringComparison.Ordinal);
        Assert.Empty(await ListAsync());
    }

    [Theory]
    [InlineData("{}", "/partners: Is missing or empty")]
    [InlineData("[]", "The file: Must be an object.")]
    [InlineData("""{"partners": [7]}""", "/partners/0: Must be an object.")]
    [InlineData("{", "The text is not JSON")]
    public async Task What_is_no_such_file_is_refused(string file, string line) =>
        Assert.StartsWith(line, (await ApplyAsync(file)).Errors[0], StringComparison.Ordinal);

    [Fact]
    public async Task A_key_is_printed_once_listed_by_its_worth_and_revoked_by_its_id()
    {
        await ApplyAsync("""{"partners": [{"name": "planet", "title": "Planet"}]}""");
        var lasting = await CreateAsync("planet");
        var passing = await CreateAsync("planet", Some.Morning.AddDays(1));
        Assert.Equal($"Key {passing.Id} of planet, good until 2026-03-05 09:00:", passing.Line);
        Assert.IsType<PartnerCheck.Good>(await CheckAsync(lasting.Secret));
        Assert.Equal(
            [$"  {lasting.Id}  2026-03-04 09:00  good", $"  {passing.Id}  2026-03-04 09:00  good until 2026-03-05 09:00"], (await ListAsync()).Skip(1));

        time.Advance(TimeSpan.FromDays(1));
        await using var output = new StringWriter();
        await Commands.RevokeAsync("planet", lasting.Id, output, Token);

        Assert.Equal($"The key {lasting.Id} of planet is revoked.", output.ToString().TrimEnd());
        Assert.Equal(
            [$"  {lasting.Id}  2026-03-04 09:00  revoked 2026-03-05 09:00", $"  {passing.Id}  2026-03-04 09:00  expired 2026-03-05 09:00"],
            (await ListAsync()).Skip(1));
        Assert.IsType<PartnerCheck.Revoked>(await CheckAsync(lasting.Secret));
    }

    [Fact]
    public async Task A_key_that_cannot_be_made_or_revoked_is_one_clear_sentence()
    {
        await ApplyAsync("""{"partners": [{"name": "planet", "title": "Planet"}]}""");

        Assert.Contains("'nobody'", await RefusalAsync(() => Commands.CreateAsync("nobody", null, TextWriter.Null, Token)), StringComparison.Ordinal);
        Assert.Contains("--expires", await RefusalAsync(() => Commands.CreateAsync("planet", Some.Morning, TextWriter.Null, Token)), StringComparison.Ordinal);
        Assert.Contains("'nobody'", await RefusalAsync(() => Commands.RevokeAsync("nobody", "1", TextWriter.Null, Token)), StringComparison.Ordinal);
        Assert.Contains("'0a1b2c3d'", await RefusalAsync(() => Commands.RevokeAsync("planet", "0a1b2c3d", TextWriter.Null, Token)), StringComparison.Ordinal);
        for (var i = 0; i < PartnerLimits.MaxKeys; i++)
        {
            await CreateAsync("planet");
        }

        Assert.Contains("10 good keys", await RefusalAsync(() => Commands.CreateAsync("planet", null, TextWriter.Null, Token)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2027-01-31", "2027-01-31T00:00:00Z")]
    [InlineData("2027-01-31T09:00:00Z", "2027-01-31T09:00:00Z")]
    [InlineData("2027-01-31T09:00:00+02:00", "2027-01-31T07:00:00Z")]
    [InlineData("31.1.2027", null)]
    [InlineData("01/02/2027", null)]
    [InlineData("tomorrow", null)]
    public void A_date_means_the_same_on_every_machine(string text, string? moment)
    {
        var parsed = CommandLine.Root().Parse(["partners", "key", "create", "planet", "--expires", text]);

        Assert.Equal(moment is null, parsed.Errors.Count > 0);
        if (moment is not null)
        {
            Assert.Equal(DateTimeOffset.Parse(moment, System.Globalization.CultureInfo.InvariantCulture), parsed.GetValue<DateTimeOffset?>("--expires"));
        }
    }

    public ValueTask DisposeAsync() => services.DisposeAsync();

    private PartnerKeyCommands Commands => ActivatorUtilities.CreateInstance<PartnerKeyCommands>(services);

    private static async Task<string> RefusalAsync(Func<Task> work) => (await Assert.ThrowsAsync<StartException>(work)).Message;

    private async Task<PartnerCheck> CheckAsync(string secret) =>
        await services.GetRequiredService<PartnerRecords>().FindByKeyAsync("planet", secret, Token);

    private async Task<(string Line, string Id, string Secret)> CreateAsync(string partner, DateTimeOffset? expires = null)
    {
        await using var output = new StringWriter();
        await Commands.CreateAsync(partner, expires, output, Token);
        var lines = Lines(output);
        return (lines[0], Regex.Match(lines[0], "[0-9a-f]{8}", RegexOptions.None, TimeSpan.FromSeconds(1)).Value, lines[1]);
    }

    private async Task<(IReadOnlyList<string> Output, IReadOnlyList<string> Errors)> ApplyAsync(string file)
    {
        await using StringWriter output = new(), errors = new();
        try
        {
            await ActivatorUtilities.CreateInstance<PartnerFile>(services).ApplyAsync(Encoding.UTF8.GetBytes(file), output, errors, Token);
        }
        catch (StartException exception)
        {
            await errors.WriteLineAsync(exception.Message);
        }

        return (Lines(output), Lines(errors));
    }

    private async Task<IReadOnlyList<string>> ListAsync()
    {
        await using var output = new StringWriter();
        await PartnerTable.WriteAsync(
            await services.GetRequiredService<PartnerRecords>().ListAsync(Token), time.GetUtcNow(), output);
        return Lines(output);
    }

    private static string[] Lines(StringWriter text) => text.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
