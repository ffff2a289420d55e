using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Globalization;
using Newswire.Telemetry;

namespace Newswire.Operations.History;

/// <summary>
/// Records in the <see cref="HistoryBook"/> whatever is measured under one meter, for as long as it lives. So an instrument
/// is in history by being there, and nobody who measures knows of it.
/// </summary>
public sealed class HistoryListener : IDisposable
{
    private readonly HistoryBook book;
    private readonly MeterListener listener = new();

    /// <summary>Begins to listen.</summary>
    /// <param name="book">Where it is recorded.</param>
    /// <param name="meter">The name of the meter. Default: the one Newswire has.</param>
    public HistoryListener(HistoryBook book, string meter = Measures.MeterName)
    {
        this.book = book;
        listener.InstrumentPublished = (instrument, listening) =>
        {
            if (instrument.Meter.Name == meter)
            {
                listening.EnableMeasurementEvents(instrument, new Series(instrument));
            }
        };
        listener.SetMeasurementEventCallback<long>((_, value, attributes, series) => Record((Series)series!, value, attributes));
        listener.SetMeasurementEventCallback<double>((_, value, attributes, series) => Record((Series)series!, value, attributes));
        listener.Start();
    }

    /// <inheritdoc/>
    public void Dispose() => listener.Dispose();

    private void Record(Series series, double value, ReadOnlySpan<KeyValuePair<string, object?>> attributes)
    {
        var name = series.NameOf(attributes.IsEmpty ? null : attributes[0].Value);
        if (series.IsSum)
        {
            book.Add(name, value);
        }

        if (series.IsMaximum)
        {
            book.Peak(name, value);
        }

        if (series.Count is { } count)
        {
            book.Add(count, 1);
        }
    }

    /// <summary>What becomes of the measurements of an instrument.</summary>
    private sealed class Series(Instrument instrument)
    {
        // Names are put together once: a request must not pay for it.
        private readonly ConcurrentDictionary<object, string> names = new();
        private readonly bool isHistogram = instrument is Histogram<long> or Histogram<double>;

        public bool IsSum => !IsMaximum || isHistogram;

        public bool IsMaximum { get; } =
            instrument is Histogram<long> or Histogram<double> or Gauge<long> or Gauge<double>;

        public string? Count { get; } =
            instrument is Histogram<long> or Histogram<double> ? HistorySeries.CountOf(instrument) : null;

        public string NameOf(object? value)
        {
            if (value is null)
            {
                return instrument.Name;
            }

            if (names.TryGetValue(value, out var name))
            {
                return name;
            }

            name = HistorySeries.Of(instrument, Convert.ToString(value, CultureInfo.InvariantCulture));
            return names.Count < HistoryLimits.MaxSeries ? names.GetOrAdd(value, name) : name;
        }
    }
}
