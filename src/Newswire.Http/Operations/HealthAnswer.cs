using Newswire.Operations.Health;

namespace Newswire.Http.Operations;

/// <summary>How it is, for load balancers and for people.</summary>
/// <param name="Status"><c>ok</c>, <c>degraded</c> or <c>unavailable</c>.</param>
/// <param name="Checks">What was looked at; absent for <c>/health/live</c>, which looks at nothing.</param>
internal sealed record HealthAnswer(string Status, HealthAnswer.AllChecks? Checks)
{
    public static HealthAnswer Of(HealthReport report) => new(
        Word(report.State),
        new AllChecks(
            new Check(Word(report.Storage.State), report.Storage.Since, LagSeconds: null),
            new Check(
                Word(report.Freshness.State),
                report.Freshness.Since,
                report.Lag is { } lag ? Math.Round(lag.TotalSeconds, 1) : null)));

    private static string Word(HealthState state) => state switch
    {
        HealthState.Ok => "ok",
        HealthState.Degraded => "degraded",
        _ => "unavailable",
    };

    /// <summary>Every check.</summary>
    internal sealed record AllChecks(Check Storage, Check Freshness);

    /// <summary>A check: how it is, since when as far as this process knows, and how far the documents are behind.</summary>
    internal sealed record Check(string Status, DateTimeOffset Since, double? LagSeconds);
}
