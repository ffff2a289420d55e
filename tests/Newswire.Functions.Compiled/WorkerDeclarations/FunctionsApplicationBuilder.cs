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
    private readonly HostApplicationBuilder _host;

    internal FunctionsApplicationBuilder(string[] args)
    {
        _host = Host.CreateApplicationBuilder(
            new HostApplicationBuilderSettings { Args = args, EnvironmentName = Environments.Development });
        _host.Logging.ClearProviders();
    }

    /// <summary>Called in the caller's flow with what <see cref="Build"/> is about to return.</summary>
    internal static AsyncLocal<Action<IHost>?> WhenBuilt { get; } = new();

    public ConfigurationManager Configuration => _host.Configuration;

    public IServiceCollection Services => _host.Services;

    public IHost Build()
    {
        var host = _host.Build();
        WhenBuilt.Value?.Invoke(host);
        return host;
    }
}
