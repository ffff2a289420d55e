using System.Diagnostics;
using System.Globalization;

namespace Newswire.Benchmarks.Operations;

/// <summary>
/// Counts the storage operations of one change, by kind, for archives of different sizes. Promised: they are equal.
/// </summary>
internal static class OperationsCommand
{
    private static readonly int[] Sizes = [100, 10_000, 1_000_000];

    /// <summary>Prints the counts; 1 when an archive of another size costs other operations.</summary>
    public static async Task<int> RunAsync(TextWriter output)
    {
        var measured = new Dictionary<(string Process, Scenario Scenario), List<(int Articles, Cost Cost)>>();
        foreach (var size in Sizes)
        {
            var watch = Stopwatch.StartNew();
            var archive = await StoredArchive.BuildAsync(size);
            await MeasureAsync(archive, measured);
            await output.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture,
                $"Archive of {size:N0} articles measured in {watch.Elapsed.TotalSeconds:N1} s, {Environment.WorkingSet >> 20:N0} MiB in memory"));
        }

        var equal = true;
        foreach (var ((process, scenario), costs) in measured)
        {
            var same = costs.TrueForAll(one => one.Cost.HasSameOperationsAs(costs[0].Cost));
            equal &= same;
            await output.WriteLineAsync($"\n{process} process: {scenario.Name}");
            foreach (var (articles, cost) in costs)
            {
                await output.WriteLineAsync(string.Create(
                    CultureInfo.InvariantCulture,
                    $"  {articles,9:N0} articles  {cost.Total,3} operations  {cost.ReadBytes,11:N0} bytes read  {cost.WrittenBytes,11:N0} written{(same ? "" : "  " + cost)}"));
            }

            await output.WriteLineAsync(same ? $"  {costs[0].Cost}" : "  NOT EQUAL");
        }

        await output.WriteLineAsync(equal ? "\nEqual for all sizes." : "\nNot equal: the cost of a change depends on the archive.");
        return equal ? 0 : 1;
    }

    private static async Task MeasureAsync(
        StoredArchive archive, Dictionary<(string Process, Scenario Scenario), List<(int Articles, Cost Cost)>> measured)
    {
        // The first change finds neither documents nor a cursor and writes them all.
        using var warm = archive.StartProcess();
        await warm.MeasureAsync(Scenario.All[0].Change(archive, "first"));

        foreach (var scenario in Scenarios(archive))
        {
            Add("Warm", scenario, await warm.MeasureAsync(scenario.Change(archive, "warm")));
        }

        foreach (var scenario in Scenarios(archive))
        {
            using var cold = archive.StartProcess();
            Add("Cold", scenario, await cold.MeasureAsync(scenario.Change(archive, "colder")));
        }

        void Add(string process, Scenario scenario, Cost cost)
        {
            measured.TryAdd((process, scenario), []);
            measured[(process, scenario)].Add((archive.Articles, cost));
        }
    }

    private static IEnumerable<Scenario> Scenarios(StoredArchive archive) =>
        Scenario.All.Where(scenario => !scenario.NeedsPages || archive.Middle >= Archive.Tail);
}
