using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Newswire.Articles.PictureFacts;
using Newswire.Catalog;
using Newswire.Connectors;
using Newswire.Feeds;
using Newswire.Http.Ingest;

namespace Newswire.Http.Connectors;

/// <summary>The composition of the connectors.</summary>
internal static class ConnectorServices
{
    public static IServiceCollection AddConnectors(this IServiceCollection services)
    {
        services.AddSingleton<ConnectorRecords>();
        services.AddSingleton(provider => new ConnectorsApi(
            provider.GetRequiredService<PublisherDoor>(),
            provider.GetRequiredService<ConnectorRecords>(),
            provider.GetRequiredService<Publication>()));
        services.AddSingleton(provider => new ConnectorEventsApi(
            provider.GetRequiredService<ConnectorRecords>(),
            provider.GetRequiredService<PictureFinder>(),
            provider.GetRequiredService<Intake>(),
            provider.GetRequiredService<ChangeAnswers>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<ConnectorEventsApi>>()));
        return services;
    }
}
