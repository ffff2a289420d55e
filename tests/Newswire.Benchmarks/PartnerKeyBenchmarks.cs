using BenchmarkDotNet.Attributes;
using Newswire.Keys;
using Newswire.Partners;

namespace Newswire.Benchmarks;

/// <summary>
/// What checking a key costs where there are as many partners and keys as there may be: a good one, a wrong one, another
/// partner's, and one for a partner that does not exist. They should all cost the same.
/// </summary>
/// <remarks><c>dotnet run -c Release --project tests/Newswire.Benchmarks -- --filter '*PartnerKey*' -j short -i</c>.</remarks>
[MemoryDiagnoser]
public class PartnerKeyBenchmarks
{
    private static readonly DateTimeOffset Now = new(2026, 11, 25, 9, 0, 0, TimeSpan.Zero);

    private readonly List<string> secrets = [];
    private readonly PartnerList partners;

    /// <summary>Makes the partners.</summary>
    public PartnerKeyBenchmarks() => partners = new PartnerList(
    [
        .. Enumerable.Range(0, PartnerLimits.MaxPartners).Select(i => new Partner
        {
            Name = $"partner-{i}", Title = "Partner", Keys = [.. Enumerable.Range(0, PartnerLimits.MaxKeys).Select(_ => Key())],
        }),
    ]);

    /// <summary>A good key.</summary>
    [Benchmark(Baseline = true)]
    public PartnerCheck Good() => partners.Check("partner-0", secrets[0], Now);

    /// <summary>A key nobody has, for a partner that there is.</summary>
    [Benchmark]
    public PartnerCheck Wrong() => partners.Check("partner-0", "nws_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", Now);

    /// <summary>A key nobody has, for a partner that does not exist.</summary>
    [Benchmark]
    public PartnerCheck WrongForNobody() => partners.Check("nobody", "nws_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", Now);

    /// <summary>Another partner's good key.</summary>
    [Benchmark]
    public PartnerCheck OfAnother() => partners.Check("partner-0", secrets[^1], Now);

    private PartnerKey Key()
    {
        var secret = SecretKey.Make(PartnerRecords.Prefix);
        secrets.Add(secret);
        return new PartnerKey(SecretKey.Id(SecretKey.Hash(secret)), SecretKey.Hash(secret), Now);
    }
}
