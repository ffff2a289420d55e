using System.CommandLine;
using Newswire.Server.Hosting;

namespace Newswire.Server;

/// <summary>What can be said on the command line. Other settings come from the configuration.</summary>
internal static class CommandLine
{
    public static RootCommand Root()
    {
        var sample = new Option<bool>("--sample")
        {
            Description = "Publish the bundled sample articles through the HTTP API, and print a key and where to look.",
        };
        var root = new RootCommand("Newswire: takes published articles, serves RSS, Atom and JSON feeds.") { sample };
        root.SetAction((parsed, cancellationToken) =>
            Exit.WithSentenceAsync(() => ServerRun.RunAsync(parsed.GetValue(sample), cancellationToken)));
        return root;
    }
}
