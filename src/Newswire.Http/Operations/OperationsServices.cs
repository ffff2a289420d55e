using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Newswire.Delivery;
using Newswire.Http.Ingest;
using Newswire.Operations;
using Newswire.Operations.Health;
using Newswire.Operations.History;

namespace Newswire.Http.Operations;

/// <summary>What watches it: the part of the composition that is about how it runs.</summary>
internal static class OperationsServices
{
    public static void AddOperations(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(HistorySettings.Read(configuration));
        services.AddSingleton<HistoryBook>();
        services.AddSingleton<HistoryListener>(provider => new HistoryListener(provider.GetRequiredService<HistoryBook>()));
        services.AddSingleton<HistoryReader>();
        services.AddSingleton<IHousekeeping, HistoryHousekeeping>();
        services.AddSingleton<IHostedService>(provider =>
        {
            // It has to listen from the start on, and lives as long as its book is written.
            provider.GetRequiredService<HistoryListener>();
            return NewswireServices.Regularly(
                provider, "Writing down history", HistoryBook.Interval, provider.GetRequiredService<HistoryBook>().FlushAsync);
        });
        services.AddSingleton(HealthSettings.Read(configuration));
        services.AddSingleton<Freshness>();
        services.AddSingleton<QueueWatch>();
        services.AddSingleton<IHostedService>(provider => NewswireServices.Regularly(
            provider, "Measuring freshness", Freshness.Interval, provider.GetRequiredService<Freshness>().MeasureAsync));
        services.AddSingleton<IHostedService>(provider => NewswireServices.Regularly(
            provider, "Measuring queues", QueueWatch.Interval, provider.GetRequiredService<QueueWatch>().MeasureAsync));
        services.AddSingleton<Readiness>();
        services.AddSingleton(provider => new HealthApi(provider.GetRequiredService<Readiness>()));
        services.AddSingleton(provider => new HistoryApi(
            provider.GetRequiredService<PublisherDoor>(),
            provider.GetRequiredService<HistoryReader>(),
            provider.GetRequiredService<TimeProvider>()));
    }
}
