using System.CommandLine;
using System.Text.Json;
using Newswire.CommandLine.Targets;
using Newswire.CommandLine.Terminal;
using Newswire.Importing;

namespace Newswire.CommandLine.Importing;

/// <summary><c>import</c>: takes what another system has, or what <c>export</c> wrote.</summary>
internal static class ImportCommand
{
    public static Command Create(CommandRunner runner)
    {
        var source = new Argument<string>("source") { Description = "A file, a folder, or the address of a feed, whose archives are followed." };
        var kind = new Option<ImportKind?>("--kind") { Description = "What it is; without it, that is seen from the source." };
        var site = new Option<Uri?>("--site")
        {
            Description = "The address of the site the articles come from, where the source does not say it: a Ghost export, a folder of pages.",
            HelpName = "url",
            CustomParser = argument => WebAddressArgument.Parse(argument, "--site"),
        };
        var postTypes = new Option<string[]>("--post-type") { Description = "Of a WordPress export, the types of posts that are articles; more than once for several. Default: post.", HelpName = "type" };
        var allowLoopback = new Option<bool>("--allow-loopback") { Description = "Let feeds be fetched from this machine, for trying it out." };
        var journal = new Option<DirectoryInfo?>("--journal") { Description = "The folder for the report and for how far the import has come. Without it, SOURCE.import beside the source.", HelpName = "folder" };
        var anew = new Option<bool>("--anew") { Description = "Take everything again, also what an earlier run is done with. Articles that have not changed stay as they are." };
        var notify = new Option<bool>("--notify") { Description = "Tell readers who opted in of new articles. Without it an import notifies nobody." };
        var import = new Command(
            "import",
            "Takes articles from RSS or Atom, a WordPress or Ghost export, a folder of HTML pages, NDJSON, or an export of Newswire. Interrupted, it goes on when it is given again.")
        {
            source, kind, site, postTypes, journal, anew, notify, allowLoopback,
        };
        runner.Handle(import, async (parsed, target, screen, cancellationToken) =>
        {
            var name = parsed.GetRequiredValue(source);
            var opened = SourceOpening.Open(
                name,
                parsed.GetValue(kind),
                new ImportOptions
                {
                    Site = parsed.GetValue(site),
                    PostTypes = parsed.GetValue(postTypes) is { Length: > 0 } types ? types : ["post"],
                    AllowLoopback = parsed.GetValue(allowLoopback),
                },
                runner.Time);
            var folder = new ImportFolder(parsed.GetValue(journal)?.FullName ?? ImportFolder.Beside(name));
            var lines = new ImportLines(screen, runner.Time);
            var run = new ImportRun(
                new HttpBatches(target.Client, opened.Path, lines, runner.Time),
                parsed.GetValue(anew) ? new BegunAnew(folder) : folder,
                lines,
                opened.ToLine(parsed.GetValue(notify)));
            return await RunAsync(run, opened, name, folder, lines, target, screen, cancellationToken);
        });
        return import;
    }

    private static async Task<int> RunAsync(
        ImportRun run,
        OpenedSource opened,
        string name,
        ImportFolder folder,
        ImportLines lines,
        Target target,
        Screen screen,
        CancellationToken cancellationToken)
    {
        ImportTally tally;
        try
        {
            tally = await run.RunAsync(opened.Source, $"{opened.Kind} {name}", target.Name, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            lines.End();
            await screen.Errors.WriteLineAsync("Interrupted. The same command goes on from there.");
            return ExitCode.Interrupted;
        }
        catch (CommandFailedException failure)
        {
            lines.End();
            throw new CommandFailedException(failure.Message + "\nWhat was taken so far stays; the same command goes on from there.", failure);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            lines.End();
            throw new CommandFailedException($"The import cannot go on: {exception.Message}", exception);
        }

        lines.End();
        if (screen.IsJson)
        {
            await screen.JsonAsync(JsonSerializer.SerializeToElement(new
            {
                kind = opened.Kind,
                taken = tally.Taken,
                lossy = tally.Lossy,
                leftOut = tally.LeftOut,
                refused = tally.Refused,
                report = folder.ReportPath,
            }));
        }
        else
        {
            await screen.TableAsync(["items", ""], Summary(tally), "");
            await screen.LineAsync($"Each with its place is in {folder.ReportPath}");
        }

        return tally.Refused > 0 ? ExitCode.Findings : ExitCode.Done;
    }

    private static IReadOnlyList<string[]> Summary(ImportTally tally) =>
    [
        [Count(tally.Taken), "taken"],
        [Count(tally.Lossy), "taken, with something of them lost"],
        [Count(tally.LeftOut), "left out: drafts, pages that are no articles, what cannot be read"],
        [Count(tally.Refused), "not taken, because they are not acceptable"],
    ];

    private static string Count(long count) => count.ToString("N0", System.Globalization.CultureInfo.InvariantCulture);
}
