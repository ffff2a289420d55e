using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Microsoft.Azure.Functions.Worker.Builder;

/// <summary>
/// Collects services and settings as the worker's own does, on the same generic host: <c>Development</c>, as under Core
/// Tools, where building checks that every service can be made. The Functions host it would talk to is not there.
/// </summary>
public class FunctionsApplicationBuilder
{
    private readonly HostApplicationBuilder inner;

    internal FunctionsApplicationBuilder(string[] args)
    {
        inner = Host.CreateApplicationBuilder(
            new HostApplicationBuilderSettings { Args = args, EnvironmentName = Environments.Development });
        inner.Logging.ClearProviders();
    }

    /// <summary>Called in the caller's flow with what <see cref="Build"/> is about to return.</summary>
    internal static AsyncLocal<Action<IHost>?> WhenBuilt { get; } = new();

    public ConfigurationManager Configuration => inner.Configuration;

    public IServiceCollection Services => inner.Services;

    public IHost Build()
    {
        var host = inner.Build();
        WhenBuilt.Value?.Invoke(host);
        return host;
    }
}
