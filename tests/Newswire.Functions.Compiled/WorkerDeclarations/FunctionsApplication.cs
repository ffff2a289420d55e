namespace Microsoft.Azure.Functions.Worker.Builder;

/// <summary>Where a worker's program begins.</summary>
public class FunctionsApplication
{
    public static FunctionsApplicationBuilder CreateBuilder(string[] args) => new(args);
}
