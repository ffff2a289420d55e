using Newswire.Keys;

namespace Newswire.Server.Hosting;

/// <summary>What the server says when it has started without samples.</summary>
internal static class Welcome
{
    public static async Task WriteAsync(
        Uri baseUrl, PublisherKeys keys, TextWriter output, CancellationToken cancellationToken)
    {
        await output.WriteLineAsync($"Newswire listens at {baseUrl}");
        if (!(await keys.ListAsync(cancellationToken)).Any(key => key.Revoked is null))
        {
            await output.WriteLineAsync(
                "There is no publisher key yet: 'dotnet run --project src/Newswire.CommandLine -- keys create NAME' makes one, while this server runs; or run it with '--sample' to see it at work.");
        }

        await output.WriteLineAsync("Press Ctrl+C to end.");
    }
}
