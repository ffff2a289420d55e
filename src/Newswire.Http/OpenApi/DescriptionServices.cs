using Microsoft.Extensions.DependencyInjection;
using Newswire.Feeds;

namespace Newswire.Http.OpenApi;

/// <summary>The composition of this room.</summary>
internal static class DescriptionServices
{
    /// <summary>Registers the description of the surface.</summary>
    public static IServiceCollection AddDescription(this IServiceCollection services) =>
        services.AddSingleton(provider => new DescriptionApi(provider.GetRequiredService<Publication>()));
}
