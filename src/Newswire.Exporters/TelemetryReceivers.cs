using Azure.Core;
using Azure.Identity;
using Microsoft.Extensions.Configuration;

namespace Newswire.Exporters;

/// <summary>
/// Who is told what is measured: what the standard variables name. Without them nobody, and then nothing is measured for
/// anybody outside.
/// </summary>
/// <param name="HasCollector">
/// Whether there is an OpenTelemetry collector: <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> is set. The exporter reads it and the other variables
/// of its specification by itself.
/// </param>
/// <param name="ApplicationInsights">Application Insights: <c>APPLICATIONINSIGHTS_CONNECTION_STRING</c>; null for none.</param>
/// <param name="Identity">
/// Who signs in there, from <c>APPLICATIONINSIGHTS_AUTHENTICATION_STRING</c>: <c>Authorization=AAD</c> for the identity of the host, with
/// <c>;ClientId=…</c> for one that was assigned to it; null to need no more than the connection string.
/// </param>
internal sealed record TelemetryReceivers(bool HasCollector, string? ApplicationInsights, TokenCredential? Identity)
{
    private const string CollectorEndpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    /// <summary>Whether there is nobody.</summary>
    public bool IsEmpty => !HasCollector && ApplicationInsights is null;

    public static TelemetryReceivers Read(IConfiguration configuration) => new(
        !string.IsNullOrWhiteSpace(configuration[CollectorEndpoint]),
        configuration["APPLICATIONINSIGHTS_CONNECTION_STRING"] is { } connection && !string.IsNullOrWhiteSpace(connection) ? connection : null,
        ReadIdentity(configuration["APPLICATIONINSIGHTS_AUTHENTICATION_STRING"] ?? ""));

    private static ManagedIdentityCredential? ReadIdentity(string authentication)
    {
        var members = authentication.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(member => member.Split('=', 2, StringSplitOptions.TrimEntries))
            .Where(member => member.Length == 2)
            .ToLookup(member => member[0], member => member[1], StringComparer.OrdinalIgnoreCase);
        if (!members["Authorization"].Contains("AAD", StringComparer.OrdinalIgnoreCase))
        {
            return null;
        }

        return members["ClientId"].FirstOrDefault() is { Length: > 0 } client
            ? new ManagedIdentityCredential(ManagedIdentityId.FromUserAssignedClientId(client))
            : new ManagedIdentityCredential(ManagedIdentityId.SystemAssigned);
    }
}
