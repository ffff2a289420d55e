using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Spectre.Console;

namespace Newswire.CommandLine.Terminal;

/// <summary>Where a command writes: results to standard output, everything else to standard error.</summary>
/// <param name="Output">Standard output.</param>
/// <param name="Errors">Standard error.</param>
/// <param name="IsTerminal">Whether a person watches standard error, who sees progress in place; otherwise it comes in lines.</param>
internal sealed record Screen(TextWriter Output, TextWriter Errors, bool IsTerminal)
{
    // Wider than any line: who reads a file or a pipe breaks lines as it likes.
    private const int Unbroken = 100_000;

    private const string ClearLine = "\r\u001b[K";

    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Whether results are written as JSON.</summary>
    public bool IsJson { get; init; }

    /// <summary>The screen of this process.</summary>
    public static Screen OfConsole() => new(Console.Out, Console.Error, !Console.IsErrorRedirected);

    /// <summary>Writes a line of a result.</summary>
    public Task LineAsync(string line) => Output.WriteLineAsync(line);

    /// <summary>Writes a result as JSON.</summary>
    public Task JsonAsync(JsonElement value) => Output.WriteLineAsync(JsonSerializer.Serialize(value, Indented));

    /// <summary>Writes rows under their headings; without rows the sentence.</summary>
    /// <param name="headings">The names of the columns.</param>
    /// <param name="rows">The rows, a text for each column.</param>
    /// <param name="none">What is said when there is none.</param>
    public async Task TableAsync(IReadOnlyList<string> headings, IReadOnlyList<IReadOnlyList<string>> rows, string none)
    {
        if (rows.Count == 0)
        {
            await Output.WriteLineAsync(none);
            return;
        }

        var table = new Table { Border = TableBorder.None, ShowHeaders = true };
        foreach (var heading in headings)
        {
            table.AddColumn(new TableColumn(new Text(heading, new Style(decoration: Decoration.Bold))).PadLeft(0).PadRight(2));
        }

        foreach (var row in rows)
        {
            table.AddRow(row.Select(cell => new Text(cell)));
        }

        Drawn(Output).Write(table);
    }

    /// <summary>Shows how far something has come, in one line that changes; nothing where no person watches.</summary>
    public void Progress(string line)
    {
        if (IsTerminal)
        {
            Errors.Write(ClearLine + line);
        }
    }

    /// <summary>Takes that line away.</summary>
    public void EndProgress() => Progress("");

    /// <summary>A date as it is printed, in UTC.</summary>
    public static string Date(DateTimeOffset date) =>
        date.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    private static IAnsiConsole Drawn(TextWriter writer)
    {
        var output = new AnsiConsoleOutput(writer);
        if (output.IsTerminal)
        {
            return AnsiConsole.Create(new AnsiConsoleSettings { Out = output });
        }

        var plain = AnsiConsole.Create(new AnsiConsoleSettings { Out = output, Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors });
        plain.Profile.Width = Unbroken;
        return plain;
    }
}
