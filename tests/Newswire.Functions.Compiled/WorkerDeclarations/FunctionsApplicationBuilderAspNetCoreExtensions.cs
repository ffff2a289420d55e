namespace Microsoft.Azure.Functions.Worker.Builder;

/// <summary>Lets HTTP functions take requests and return results of ASP.NET Core.</summary>
public static class FunctionsApplicationBuilderAspNetCoreExtensions
{
    public static FunctionsApplicationBuilder ConfigureFunctionsWebApplication(this FunctionsApplicationBuilder builder) =>
        builder;
}
