using System.Text;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Newswire.Catalog;
using Newswire.Http;
using Newswire.Projection;
using Newswire.Server.Definitions;
using Newswire.Server.Hosting;
using Newswire.Storage;
using Newswire.TestKit;
using Newswire.TestKit.Storage;

namespace Newswire.Server.Tests;

/// <summary>A file of definitions, from the bytes to the lines printed, over storage in memory.</summary>
public sealed class FeedFileTests : IAsyncDisposable
{
    private readonly InMemoryCatalogPages catalog = new();
    private readonly ServiceProvider services;

    public FeedFileTests()
    {
        var time = new FakeTimeProvider(Some.Morning);
        services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<TimeProvider>(time)
            .AddSingleton<IObjectStore>(new InMemoryObjectStore())
            .AddSingleton<ICatalogPages>(catalog)
            .AddSingleton<IMessageQueues>(new InMemoryMessageQueues())
            .AddSingleton<ILeases>(new InMemoryLeases(time))
            .AddNewswire(new ConfigurationBuilder().Build())
            .BuildServiceProvider();
    }

    private int Appended => catalog.Snapshot().Values.Sum(page => page.Count(character => character == '\n'));

    [Fact]
    public async Task Every_feed_is_defined_at_once_and_a_second_time_nothing_is_done()
    {
        const string File = """{"feeds": [{"name": "home", "title": "Home", "x": 1}, {"name": "topics/uk-news", "aliases": ["Britain"]}]}""";

        var (first, _) = await ApplyAsync(File);
        var (second, _) = await ApplyAsync(File);

        Assert.Equal(
            ["/feeds/0/x is not known and was ignored.", "home  defined", "topics/uk-news  defined",
             "The server follows within seconds; 'feeds list' shows how far it has come."], first);
        Assert.Equal(["home  is so already", "topics/uk-news  is so already", "There is nothing to do."], second.Skip(1));
        Assert.Equal(2, Appended);
    }

    [Fact]
    public async Task What_the_file_leaves_out_stays_and_what_it_changes_is_defined_anew()
    {
        await ApplyAsync("""{"feeds": [{"name": "home"}, {"name": "sport"}, {"name": "old"}]}""");

        var (output, _) = await ApplyAsync("""{"feeds": [{"name": "home"}, {"name": "new", "formerNames": ["old"]}]}""");

        Assert.Equal(["home  is so already", "new  defined"], output.Take(2));
        await services.GetRequiredService<ProjectionRunner>().CatchUpAsync(TestContext.Current.CancellationToken);
        Assert.Equal(["home   home", "new    new", "old    moved to new", "sport  sport"], await ListAsync());
    }

    [Fact]
    public async Task Every_fault_is_named_and_nothing_is_applied()
    {
        var (output, errors) = await ApplyAsync(
            """{"feeds": [{"name": "home"}, {"name": "Not Good", "title": 7}, {"name": "home", "size": {"hours": 721}}]}""");

        Assert.Empty(output);
        Assert.Equal(
            ["/feeds/1/name", "/feeds/1/title", "/feeds/2/name", "/feeds/2/size/hours"],
            errors.SkipLast(1).Select(line => line.Split(':')[0]).Order(StringComparer.Ordinal));
        Assert.Equal("Nothing was applied: 4 faults.", errors[^1]);
        Assert.Equal(0, Appended);
    }

    [Fact]
    public async Task A_contradiction_is_named_where_it_stands_in_the_file_and_nothing_is_applied()
    {
        await ApplyAsync("""{"feeds": [{"name": "same"}, {"name": "home", "formerNames": ["start"]}]}""");

        var (output, errors) = await ApplyAsync(
            """{"feeds": [{"name": "same"}, {"name": "fresh"}, {"name": "top", "formerNames": ["start"]}]}""");

        Assert.Empty(output);
        Assert.StartsWith("/feeds/2/formerNames: 'start' is an alias or a former name of 'home'", errors[0], StringComparison.Ordinal);
        Assert.Equal(2, Appended);
    }

    [Theory]
    [InlineData("{}", "/feeds: Is missing or empty")]
    [InlineData("""{"feeds": []}""", "/feeds: Is missing or empty")]
    [InlineData("[]", "The file: Must be an object.")]
    [InlineData("""{"feeds": [7]}""", "/feeds/0: Must be an object.")]
    [InlineData("{", "The text is not JSON")]
    public async Task What_is_no_such_file_is_refused(string file, string line) =>
        Assert.StartsWith(line, (await ApplyAsync(file)).Errors[0], StringComparison.Ordinal);

    public ValueTask DisposeAsync() => services.DisposeAsync();

    private async Task<(IReadOnlyList<string> Output, IReadOnlyList<string> Errors)> ApplyAsync(string file)
    {
        await using StringWriter output = new(), errors = new();
        try
        {
            await ActivatorUtilities.CreateInstance<FeedFile>(services)
                .ApplyAsync(Encoding.UTF8.GetBytes(file), output, errors, TestContext.Current.CancellationToken);
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
        await FeedTable.WriteAsync(services.GetRequiredService<FeedsInForce>(), output, TestContext.Current.CancellationToken);
        return Lines(output);
    }

    private static string[] Lines(StringWriter text) =>
        text.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
