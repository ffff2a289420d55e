using System.Globalization;
using Newswire.CommandLine.Terminal;

namespace Newswire.CommandLine.Importing;

/// <summary>How an import goes, for a person: a line that changes on a terminal, a line now and then elsewhere.</summary>
internal sealed class ImportLines(Screen screen, TimeProvider time) : IImportProgress
{
    /// <summary>Refusals that are printed; all are in the report.</summary>
    private const int MaxRefusals = 20;

    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);

    private readonly long started = time.GetTimestamp();
    private readonly Lock gate = new();
    private long before;
    private long refused;
    private TimeSpan lastLine;

    public void GoesOnBehind(long items)
    {
        before = items;
        Write(string.Create(CultureInfo.InvariantCulture, $"Goes on behind the first {items:N0} items, which were done with before."));
    }

    public void BeginsAnew() => Write("The source is not the one that was begun; it is taken from its beginning. What was taken before stays as it is.");

    public void HasCome(ImportTally tally)
    {
        var elapsed = time.GetElapsedTime(started);
        var rate = elapsed > TimeSpan.Zero ? (tally.Items - before) / elapsed.TotalSeconds : 0;
        var line = string.Create(CultureInfo.InvariantCulture, $"{tally.Items:N0} items, {rate:N0} a second: {Words(tally)}");
        lock (gate)
        {
            if (screen.IsTerminal)
            {
                screen.Progress(line);
            }
            else if (elapsed - lastLine >= Interval)
            {
                lastLine = elapsed;
                screen.Errors.WriteLine(line);
            }
        }
    }

    public void Refuses(ReportLine line)
    {
        if (++refused <= MaxRefusals)
        {
            Write($"{line.Place}: {string.Join(' ', line.Reasons ?? [])}");
        }
        else if (refused == MaxRefusals + 1)
        {
            Write("More could not be taken; the report names all.");
        }
    }

    public void Waits(string why, TimeSpan wait) =>
        Write(string.Create(CultureInfo.InvariantCulture, $"A batch is sent again in {wait.TotalSeconds:0.#} s: {why}."));

    /// <summary>Ends the line that changes.</summary>
    public void End() => screen.EndProgress();

    private static string Words(ImportTally tally) => string.Join(", ", new[]
    {
        (tally.Taken, "taken"), (tally.Lossy, "taken with losses"), (tally.LeftOut, "left out"), (tally.Refused, "not taken"),
    }.Where(pair => pair.Item1 > 0).Select(pair => string.Create(CultureInfo.InvariantCulture, $"{pair.Item1:N0} {pair.Item2}")));

    private void Write(string line)
    {
        lock (gate)
        {
            screen.EndProgress();
            screen.Errors.WriteLine(line);
        }
    }
}
