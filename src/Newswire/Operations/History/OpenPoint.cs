namespace Newswire.Operations.History;

/// <summary>What is measured in a minute and is not written down yet. Not for several threads at once.</summary>
internal sealed class OpenPoint
{
    private readonly Dictionary<string, double> sums = new(StringComparer.Ordinal);
    private readonly Dictionary<string, double> maxima = new(StringComparer.Ordinal);

    /// <summary>Adds to a sum.</summary>
    public void Add(string series, double value)
    {
        if (sums.TryGetValue(series, out var sum) || sums.Count < HistoryLimits.MaxSeries)
        {
            sums[series] = sum + value;
        }
    }

    /// <summary>Raises a maximum.</summary>
    public void Peak(string series, double value)
    {
        if (maxima.TryGetValue(series, out var max) ? value > max : maxima.Count < HistoryLimits.MaxSeries)
        {
            maxima[series] = value;
        }
    }

    /// <summary>What was measured. Nothing may be added from then on.</summary>
    public HistoryPoint Close() => new(sums, maxima);
}
