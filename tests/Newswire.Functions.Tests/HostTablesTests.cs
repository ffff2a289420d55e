using Microsoft.AspNetCore.Routing;
using NCrontab;
using Newswire.AzureStorage;
using Newswire.Server.Hosting;

namespace Newswire.Functions.Tests;

/// <summary>Both hosts do the same: the tables of what calls them are equal.</summary>
public sealed class HostTablesTests
{
    [Fact]
    public async Task Both_hosts_have_the_same_routes()
    {
        await using var server = ServerHost.Build(
            ServerHost.CreateBuilder(), new StorageOptions { ConnectionString = "UseDevelopmentStorage=true" });
        var served =
            from endpoint in ((IEndpointRouteBuilder)server).DataSources.SelectMany(source => source.Endpoints).Cast<RouteEndpoint>()
            from method in endpoint.Metadata.GetRequiredMetadata<IHttpMethodMetadata>().HttpMethods
            select $"{method} {endpoint.RoutePattern.RawText}";
        var triggered =
            from http in Trigger.Http
            from method in http.Methods!
            select $"{method.ToUpperInvariant()} {http.Route}";

        Assert.Equal(served.Order(StringComparer.Ordinal), triggered.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Both_hosts_listen_to_the_same_queues()
    {
        Assert.Equal(
            QueueWork.All.Select(work => work.Queue).Order(StringComparer.Ordinal),
            Trigger.Queues.Select(queue => queue.QueueName).Order(StringComparer.Ordinal));
        Assert.All(Trigger.Queues, queue => Assert.Equal(StorageOptions.HostConnection, queue.Connection));
    }

    [Fact]
    public void Both_hosts_do_the_same_by_the_clock() => Assert.Equal(
        TimedWork.All.Select(work => work.Schedule).Order(StringComparer.Ordinal),
        Trigger.Timers.Select(timer => timer.Schedule).Order(StringComparer.Ordinal));

    [Fact]
    public void A_schedule_and_its_interval_are_the_same() => Assert.All(TimedWork.All, work =>
    {
        // A year with a leap day, and the library the Functions host reads schedules with.
        var start = new DateTime(2028, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        var schedule = CrontabSchedule.Parse(work.Schedule, new CrontabSchedule.ParseOptions { IncludingSeconds = true });
        var times = schedule.GetNextOccurrences(start, start.AddYears(1)).Take(5_000).Prepend(start).ToList();

        Assert.True(times.Count > 1);
        Assert.All(times.Zip(times.Skip(1)), pair => Assert.Equal(work.Every, pair.Second - pair.First));
    });
}
