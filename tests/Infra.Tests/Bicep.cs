using System.Diagnostics;
using System.Reflection;

namespace Newswire.Infra.Tests;

/// <summary>The Bicep compiler: the one of the package, or any that <c>BICEP</c> names. It needs no network.</summary>
internal static class Bicep
{
    private static readonly string Executable = Environment.GetEnvironmentVariable("BICEP") ?? Packaged();

    /// <summary>Runs a command and returns what it printed.</summary>
    public static async Task<BicepOutput> RunAsync(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(Executable, arguments)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var cancellation = TestContext.Current.CancellationToken;
        var output = process.StandardOutput.ReadToEndAsync(cancellation);
        var messages = process.StandardError.ReadToEndAsync(cancellation);
        await process.WaitForExitAsync(cancellation);
        return new BicepOutput(process.ExitCode, await output, await messages);
    }

    private static string Packaged() => typeof(Bicep).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "BicepPath").Value!.Replace('\\', '/');
}
