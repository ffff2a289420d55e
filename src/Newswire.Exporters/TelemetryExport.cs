using System.Reflection;
using Azure.Monitor.OpenTelemetry.Exporter;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Newswire.Telemetry;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Newswire.Exporters;

/// <summary>Takes traces, metrics and logs to those who watch, the same way in both hosts.</summary>
public static class TelemetryExport
{
    /// <summary>The name under which it is seen unless <c>OTEL_SERVICE_NAME</c> says otherwise.</summary>
    public const string ServiceName = "newswire";

    /// <summary>
    /// Exports to whom the standard variables name: <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> a collector,
    /// <c>APPLICATIONINSIGHTS_CONNECTION_STRING</c> Application Insights, or both. Sampling and the rest are said by the variables of the
    /// OpenTelemetry specification, such as <c>OTEL_TRACES_SAMPLER</c>.
    /// </summary>
    /// <returns>What else a host may add to; null when nobody is named, and then nothing is registered and nothing costs.</returns>
    public static OpenTelemetryBuilder? AddNewswireTelemetry(this IServiceCollection services, IConfiguration configuration)
    {
        var receivers = TelemetryReceivers.Read(configuration);
        if (receivers.IsEmpty)
        {
            return null;
        }

        var telemetry = services.AddNewswireInstruments(configuration);
        if (receivers.HasCollector)
        {
            telemetry.UseOtlpExporter();
        }

        if (receivers.ApplicationInsights is { } connection)
        {
            telemetry.UseAzureMonitorExporter(options =>
            {
                options.ConnectionString = connection;
                options.Credential = receivers.Identity;
            });
        }

        return telemetry;
    }

    /// <summary>Everything that is exported, without anybody to whom.</summary>
    internal static OpenTelemetryBuilder AddNewswireInstruments(this IServiceCollection services, IConfiguration configuration) =>
        services.AddOpenTelemetry()
            .ConfigureResource(resource =>
            {
                if (string.IsNullOrWhiteSpace(configuration["OTEL_SERVICE_NAME"]))
                {
                    resource.AddService(ServiceName, serviceVersion: Version);
                }
            })
            .WithMetrics(metrics => metrics
                .AddMeter(Measures.MeterName)
                .AddAspNetCoreInstrumentation()
                .AddRuntimeInstrumentation())
            .WithTracing(traces => traces
                .AddSource(Traces.SourceName)
                .AddAspNetCoreInstrumentation(requests => requests.Filter = TracedRequests.IsTraced)
                .AddHttpClientInstrumentation(requests => requests.FilterHttpRequestMessage = TracedRequests.IsPart))
            .WithLogging();

    private static string? Version =>
        typeof(Measures).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion;
}
