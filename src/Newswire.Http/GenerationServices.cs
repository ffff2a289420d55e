using Microsoft.Extensions.DependencyInjection;
using Newswire.Http.Ingest;
using Newswire.Http.Rebuilding;
using Newswire.Projection;
using Newswire.Projection.Generations;
using Newswire.Storage;

namespace Newswire.Http;

/// <summary>The projections there may be side by side, and the passes over them.</summary>
internal static class GenerationServices
{
    /// <summary>Names the storage with all of them.</summary>
    private const string Whole = "storage with every projection";

    /// <summary>
    /// Registers them. What is registered as storage until then has all projections in it; from then on everybody gets it
    /// with the one that is served.
    /// </summary>
    /// <exception cref="InvalidOperationException">No storage is registered.</exception>
    public static IServiceCollection AddGenerations(this IServiceCollection services)
    {
        var storage = services.LastOrDefault(service => service.ServiceType == typeof(IObjectStore))
            ?? throw new InvalidOperationException("Register the ports to storage before Newswire.");
        services.Remove(storage);
        services.AddKeyedSingleton(Whole, (provider, _) =>
            (IObjectStore)(storage.ImplementationInstance ?? storage.ImplementationFactory!(provider)));
        services.AddSingleton(provider => new GenerationRecords(
            provider.GetRequiredKeyedService<IObjectStore>(Whole), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<IObjectStore>(provider => new ServedStore(
            provider.GetRequiredKeyedService<IObjectStore>(Whole), provider.GetRequiredService<GenerationRecords>()));

        services.AddSingleton<ProjectionPasses>();
        services.AddSingleton<ServedProjection>();
        services.AddSingleton<ProjectionRunner>();
        services.AddSingleton<Succession>();
        services.AddSingleton<DocumentVerification>();
        services.AddSingleton<GenerationRemoval>();
        services.AddSingleton<Rebuild>();
        services.AddSingleton<CatalogExtent>();
        services.AddSingleton<RebuildMonitor>();
        services.AddSingleton(provider => new RebuildApi(
            provider.GetRequiredService<PublisherDoor>(),
            provider.GetRequiredService<Rebuild>(),
            provider.GetRequiredService<RebuildMonitor>()));
        return services;
    }
}
