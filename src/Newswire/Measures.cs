using System.Diagnostics.Metrics;

namespace Newswire;

/// <summary>What the domain counts, under the meter <c>Newswire</c>.</summary>
internal static class Measures
{
    private static readonly Meter Meter = new("Newswire");

    /// <summary>Catalog lines set aside because they could not be read. Anything but zero wants a person's eye.</summary>
    public static readonly Counter<long> LinesSetAside = Meter.CreateCounter<long>(
        "newswire.catalog.lines_set_aside", "{line}", "Catalog lines that could not be read.");
}
