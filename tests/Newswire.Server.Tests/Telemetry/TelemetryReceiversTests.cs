using Azure.Identity;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Newswire.Exporters;

namespace Newswire.Server.Tests.Telemetry;

/// <summary>Who is told is said by the standard variables, and without them nothing is registered.</summary>
public sealed class TelemetryReceiversTests
{
    private const string Connection = "InstrumentationKey=00000000-0000-0000-0000-000000000000;IngestionEndpoint=http://127.0.0.1:1/";

    [Fact]
    public void Without_the_variables_nothing_is_registered()
    {
        var services = new ServiceCollection();

        Assert.Null(services.AddNewswireTelemetry(Settings(("OTEL_EXPORTER_OTLP_ENDPOINT", " "), ("APPLICATIONINSIGHTS_CONNECTION_STRING", ""))));
        Assert.Empty(services);
    }

    [Theory]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT", "http://127.0.0.1:4317")]
    [InlineData("APPLICATIONINSIGHTS_CONNECTION_STRING", Connection)]
    public void Each_of_them_is_enough(string name, string value)
    {
        var services = new ServiceCollection();

        Assert.NotNull(services.AddNewswireTelemetry(Settings((name, value))));
        using var provider = services.BuildServiceProvider();
        Assert.NotNull(provider.GetService<OpenTelemetry.Trace.TracerProvider>());
        Assert.NotNull(provider.GetService<OpenTelemetry.Metrics.MeterProvider>());
        Assert.NotNull(provider.GetService<OpenTelemetry.Logs.LoggerProvider>());
    }

    [Theory]
    [InlineData(null, false)]
    [InlineData("", false)]
    [InlineData("ClientId=abc", false)]
    [InlineData("Authorization=AAD", true)]
    [InlineData("authorization=aad;clientid=abc", true)]
    public void Application_Insights_is_signed_in_to_when_that_is_asked_for(string? authentication, bool signsIn)
    {
        var receivers = TelemetryReceivers.Read(Settings(
            ("APPLICATIONINSIGHTS_CONNECTION_STRING", Connection), ("APPLICATIONINSIGHTS_AUTHENTICATION_STRING", authentication)));

        Assert.Equal(signsIn, receivers.Identity is ManagedIdentityCredential);
        Assert.Equal((false, Connection), (receivers.HasCollector, receivers.ApplicationInsights));
    }

    private static IConfiguration Settings(params IEnumerable<(string Name, string? Value)> settings) => new ConfigurationBuilder()
        .AddInMemoryCollection(settings.ToDictionary(setting => setting.Name, setting => setting.Value, StringComparer.Ordinal))
        .Build();
}
