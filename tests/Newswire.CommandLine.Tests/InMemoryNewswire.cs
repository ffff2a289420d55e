using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Newswire.Catalog;
using Newswire.CommandLine.Targets;
using Newswire.CommandLine.Terminal;
using Newswire.Http;
using Newswire.Projection;
using Newswire.Storage;
using Newswire.TestKit;
using Newswire.TestKit.Storage;

namespace Newswire.CommandLine.Tests;

/// <summary>A Newswire in memory with the command line beside it, as it stands beside storage.</summary>
internal sealed class InMemoryNewswire : ITargetOpening, IAsyncDisposable
{
    private readonly Lazy<ServiceProvider> host;

    public InMemoryNewswire()
    {
        Time = new FakeTimeProvider(Some.Morning);
        host = new Lazy<ServiceProvider>(() =>
        {
            var services = new ServiceCollection().AddLogging();
            AddPorts(services);
            return services.AddNewswire(Settings).BuildServiceProvider();
        });
    }

    public FakeTimeProvider Time { get; init; }

    public InMemoryObjectStore Objects { get; } = new();

    public InMemoryCatalogPages Catalog { get; } = new();

    /// <summary>How many lines the catalog has.</summary>
    public int Appended => Catalog.Snapshot().Values.Sum(page => page.Count(character => character == '\n'));

    /// <summary>The documents that readers get, by name.</summary>
    public IReadOnlyDictionary<string, string> Documents => Objects.Snapshot()
        .Where(stored => stored.Key.Container == Containers.Public)
        .ToDictionary(stored => stored.Key.Name, stored => System.Text.Encoding.UTF8.GetString(stored.Value.Content.Span), StringComparer.Ordinal);

    private static IConfiguration Settings => new ConfigurationBuilder()
        .AddInMemoryCollection([new("Pictures:Probe", "false")])
        .Build();

    /// <summary>Runs a command to its end.</summary>
    public async Task<(int Code, string Output, string Errors)> RunAsync(params string[] args)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        var code = await NewswireCommand.RunAsync(args, new CommandSurroundings(new Screen(output, errors, IsTerminal: false), this, Time));
        return (code, output.ToString(), errors.ToString());
    }

    /// <summary>What a host has of the domain.</summary>
    public T Get<T>()
        where T : notnull => host.Value.GetRequiredService<T>();

    /// <summary>Brings everything accepted so far into the documents, as a host does.</summary>
    public Task ProjectAsync() => Get<ProjectionRunner>().CatchUpAsync(TestContext.Current.CancellationToken);

    public async Task<Target> OpenAsync(TargetChoice choice, Screen screen, CancellationToken cancellationToken)
    {
        var surface = await LocalSurface.StartAsync(Settings, AddPorts, cancellationToken);
        return new Target("storage in memory", surface.CreateClient(), surface);
    }

    public ValueTask DisposeAsync() => host.IsValueCreated ? host.Value.DisposeAsync() : ValueTask.CompletedTask;

    /// <summary>Registers its storage.</summary>
    public void AddPorts(IServiceCollection services) => services
        .AddSingleton<TimeProvider>(Time)
        .AddSingleton<IObjectStore>(Objects)
        .AddSingleton<ICatalogPages>(Catalog)
        .AddSingleton<IMessageQueues>(new InMemoryMessageQueues())
        .AddSingleton<ILeases>(new InMemoryLeases(Time));
}
