namespace Newswire.Formats.Html.Operations;

/// <summary>Numbers over time, to be drawn as bars, each of one or more parts on top of each other.</summary>
/// <param name="Title">What is drawn.</param>
/// <param name="Unit">What a number counts, behind it: <c>s</c>, or a plural such as <c>changes</c>.</param>
/// <param name="Series">What the parts are called, the lowest first.</param>
/// <param name="Bars">The bars in order: the moment at which each begins, and a number for each part.</param>
internal sealed record Chart(
    string Title, string Unit, IReadOnlyList<string> Series, IReadOnlyList<(DateTimeOffset At, IReadOnlyList<double> Values)> Bars)
{
    /// <summary>The most bars: more cannot be told apart.</summary>
    public const int MaxBars = 144;

    /// <summary>The height of the highest bar.</summary>
    public double Highest => Bars.Select(bar => bar.Values.Sum()).DefaultIfEmpty().Max();

    /// <summary>The sum of a part over all bars.</summary>
    public double SumOf(int series) => Bars.Sum(bar => bar.Values[series]);

    /// <summary>Whether anything at all is in it.</summary>
    public bool IsEmpty => Highest <= 0;
}
