using OpenTelemetry;

namespace Microsoft.Azure.Functions.Worker.OpenTelemetry;

/// <summary>Makes the worker's telemetry part of the Functions host's.</summary>
public static class ConfigureFunctionsOpenTelemetry
{
    public static OpenTelemetryBuilder UseFunctionsWorkerDefaults(this OpenTelemetryBuilder builder) => builder;
}
