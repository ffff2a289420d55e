namespace Newswire.Server.Hosting;

/// <summary>Puts something around a service that is registered already.</summary>
internal static class DecorateServices
{
    public static void Decorate<TService>(
        this IServiceCollection services, Func<TService, IServiceProvider, TService> decorate)
        where TService : class
    {
        var inner = services.Last(service => service.ServiceType == typeof(TService));
        services.Remove(inner);
        services.AddSingleton(provider => decorate((TService)inner.ImplementationFactory!(provider), provider));
    }
}
