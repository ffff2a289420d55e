using BenchmarkDotNet.Attributes;
using Newswire.Counting;
using Newswire.Partners;
using Newswire.Partners.Quotas;
using Newswire.Partners.Usage;
using Newswire.TestKit.Storage;

namespace Newswire.Benchmarks;

/// <summary>
/// What a quota costs a partner's request where there are as many partners as there may be: one that is let in and counts,
/// one that is refused, and recording what was taken once the answer is sent.
/// </summary>
/// <remarks><c>dotnet run -c Release --project tests/Newswire.Benchmarks -- --filter '*PartnerQuota*' -j short -i</c>.</remarks>
[MemoryDiagnoser]
public class PartnerQuotaBenchmarks : IDisposable
{
    private readonly QuotaMeter meter = new(new InMemoryObjectStore(), CountingProcess.New(), TimeProvider.System);
    private readonly UsageBook book = new(new InMemoryObjectStore(), CountingProcess.New(), TimeProvider.System);
    private readonly Partner generous = Named("generous", new PartnerQuota(int.MaxValue, int.MaxValue));
    private readonly Partner exhausted = Named("exhausted", new PartnerQuota(1, 1));
    private readonly AnsweredRequest one = new("generous", UsageCounts.None with { Taken = 1 }, "latest", ["one"]);
    private readonly AnsweredRequest feed = new(
        "generous", UsageCounts.None with { Taken = 1 }, "latest", [.. Enumerable.Range(0, 50).Select(i => $"article-{i}")]);

    /// <summary>Lets every partner in once.</summary>
    public PartnerQuotaBenchmarks()
    {
        foreach (var partner in Enumerable.Range(0, PartnerLimits.MaxPartners).Select(i => Named($"partner-{i}", PartnerQuota.Default)).Append(exhausted))
        {
            ((QuotaEntry.Granted)meter.Enter(partner)).Ticket.Settle(counts: true);
        }
    }

    /// <summary>Let in, counted, and what remains found out for the answer.</summary>
    [Benchmark(Baseline = true)]
    public IReadOnlyList<WindowStanding> LetIn()
    {
        var ticket = ((QuotaEntry.Granted)meter.Enter(generous)).Ticket;
        ticket.Settle(counts: true);
        return ticket.Standing();
    }

    /// <summary>Refused, with the time after which to come back.</summary>
    [Benchmark]
    public QuotaEntry Refused() => meter.Enter(exhausted);

    /// <summary>What was taken recorded, one article.</summary>
    [Benchmark]
    public void RecordOneArticle() => book.Record(one);

    /// <summary>What was taken recorded, a feed of 50.</summary>
    [Benchmark]
    public void RecordFeed() => book.Record(feed);

    /// <inheritdoc/>
    public void Dispose()
    {
        meter.Dispose();
        book.Dispose();
        GC.SuppressFinalize(this);
    }

    private static Partner Named(string name, PartnerQuota quota) => new() { Name = name, Title = "Partner", Quota = quota };
}
