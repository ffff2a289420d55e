using System.Diagnostics;
using System.Globalization;

namespace Newswire.Benchmarks.Operations;

/// <summary>
/// Counts the storage operations of one change, by kind, and weighs the memory of a process, for archives of different
/// sizes. Promised: the operations are equal, and the directories of the feeds are all that grows.
/// </summary>
internal static class OperationsCommand
{
    /// <summary>Memory differs a little from run to run.</summary>
    private const double MostGrowth = 1.1;

    private static readonly int[] Sizes = [100, 10_000, 1_000_000];

    /// <summary>Prints the counts; 1 when an archive of another size costs other operations or more memory.</summary>
    public static async Task<int> RunAsync(TextWriter output)
    {
        List<HeldMemory> held = [];
        var measured = new Dictionary<(string Process, Scenario Scenario), List<(int Articles, Cost Cost)>>();
        foreach (var size in Sizes)
        {
            var watch = Stopwatch.StartNew();
            var archive = await StoredArchive.BuildAsync(size);
            await MeasureAsync(archive, measured);
            held.Add(await HeldMemory.MeasureAsync(archive));
            await output.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture,
                $"Archive of {size:N0} articles measured in {watch.Elapsed.TotalSeconds:N1} s: a process holds {held[^1].ProcessBytes:N0} bytes, {held[^1].OtherBytes:N0} of them beside the directories of its feeds, which are {held[^1].DirectoryBytes:N0} bytes each as stored"));
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
                    $"  {articles,9:N0} articles  {cost.Total,3} operations  {cost.ReadBytes,11:N0} bytes read  {cost.WrittenBytes,11:N0} written  {cost.AllocatedBytes,12:N0} allocated{(same ? "" : "  " + cost)}"));
            }

            await output.WriteLineAsync(same ? $"  {costs[0].Cost}" : "  NOT EQUAL");
        }

        if (held.Exists(one => one.OtherBytes > held[0].OtherBytes * MostGrowth))
        {
            equal = false;
            await output.WriteLineAsync("\nA process holds more than the directories need.");
        }

        await output.WriteLineAsync(equal ? "\nEqual for all sizes." : "\nNot equal: the cost of a change depends on the archive.");
        return equal ? 0 : 1;
    }

    private static async Task MeasureAsync(
        StoredArchive archive, Dictionary<(string Process, Scenario Scenario), List<(int Articles, Cost Cost)>> measured)
    {
        foreach (var cold in new[] { false, true })
        {
            foreach (var scenario in Scenario.All.Where(scenario => !scenario.NeedsPages || archive.Articles > Sizes[0]))
            {
                var key = (cold ? "Cold" : "Warm", scenario);
                measured.TryAdd(key, []);
                measured[key].Add((archive.Articles, await Trial.MeasureAsync(archive, scenario, cold)));
            }
        }
    }
}
