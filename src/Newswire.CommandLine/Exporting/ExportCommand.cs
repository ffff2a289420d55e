using System.CommandLine;
using System.Globalization;

namespace Newswire.CommandLine.Exporting;

/// <summary><c>export</c>: the whole catalog as a file that <c>import</c> takes back.</summary>
internal static class ExportCommand
{
    public static Command Create(CommandRunner runner)
    {
        var file = new Argument<FileInfo?>("file")
        {
            Description = "Where to write; a file that is there is replaced. Without it: standard output.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var export = new Command(
            "export",
            "Writes the whole catalog: every change of every article and feed, with content, a JSON object a line. Imported into an empty Newswire it makes the same documents. Partners and keys are not in it.")
        {
            file,
        };
        runner.Handle(export, async (parsed, target, screen, cancellationToken) =>
        {
            long changes;
            if (parsed.GetValue(file) is not { } place)
            {
                await using var output = Console.OpenStandardOutput();
                await new CatalogDownload(target.Client).WriteAsync(output, _ => { }, cancellationToken);
                return;
            }

            // In its place only once it is whole.
            var part = place.FullName + ".part";
            try
            {
                await using (var output = new FileStream(part, FileMode.Create, FileAccess.Write))
                {
                    changes = await new CatalogDownload(target.Client).WriteAsync(
                        output,
                        count => screen.Progress(string.Create(CultureInfo.InvariantCulture, $"{count:N0} changes")),
                        cancellationToken);
                }

                File.Move(part, place.FullName, overwrite: true);
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                throw new CommandFailedException($"The file '{place.Name}' cannot be written: {exception.Message}", exception);
            }
            finally
            {
                File.Delete(part);
            }

            screen.EndProgress();
            await screen.LineAsync(string.Create(CultureInfo.InvariantCulture, $"{changes:N0} changes are in {place.Name}; 'newswire import {place.Name}' takes them back."));
        });
        return export;
    }
}
