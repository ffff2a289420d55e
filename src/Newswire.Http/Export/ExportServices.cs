using Microsoft.Extensions.DependencyInjection;
using Newswire.Catalog;
using Newswire.Catalog.Export;
using Newswire.Http.Ingest;

namespace Newswire.Http.Export;

/// <summary>What the way out of the house needs, and the way in from another.</summary>
internal static class ExportServices
{
    public static IServiceCollection AddExport(this IServiceCollection services) => services
        .AddSingleton<CatalogExport>()
        .AddSingleton(provider => new CatalogApi(
            provider.GetRequiredService<PublisherDoor>(),
            provider.GetRequiredService<CatalogExport>(),
            provider.GetRequiredService<Intake>()));
}
