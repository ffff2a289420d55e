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
                "There is no publisher key yet: end the server and run it with 'keys create NAME', or with '--sample' to see it at work.");
        }

        await output.WriteLineAsync("Press Ctrl+C to end.");
    }
}
