using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Newswire.Auditing;
using Newswire.TestKit;
using Newswire.TestKit.Storage;

namespace Newswire.Tests.Auditing;

public sealed class AuditLogTests
{
    private static readonly AuditActor Who = new("the desk", AuditActor.Page, "0a1b2c3d");

    private readonly InMemoryObjectStore objects = new();
    private readonly FakeTimeProvider time = new(Some.Morning);

    private AuditLog Audit => new(objects, time, NullLogger<AuditLog>.Instance);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_act_is_written_down_before_it_is_done()
    {
        AuditEntry? meanwhile = null;

        await Audit.RecordAsync(
            Who,
            new AuditAct(AuditActs.EraseArticle, "harbour-bridge"),
            async _ => meanwhile = Assert.Single((await Audit.ReadAsync(after: null, 10, Token)).Entries),
            _ => (AuditResult.Done, null),
            Token);

        Assert.Equal((Who, AuditActs.EraseArticle, "harbour-bridge"), (meanwhile!.Who, meanwhile.Act, meanwhile.Subject));
        Assert.Null(meanwhile.Outcome);
        Assert.Equal(AuditResult.Done, Assert.Single((await Audit.ReadAsync(after: null, 10, Token)).Entries).Outcome!.Result);
    }

    [Fact]
    public async Task An_act_on_the_whole_by_somebody_without_a_key_is_read_as_it_was_written()
    {
        var who = AuditActor.AtCommandLine("root");
        await Audit.RecordAsync(who, new AuditAct(AuditActs.Rebuild, subject: null), _ => Task.FromResult(0), _ => (AuditResult.Done, null), Token);

        var entry = Assert.Single((await Audit.ReadAsync(after: null, 10, Token)).Entries);
        Assert.Equal((who, null), (entry.Who, entry.Subject));
        Assert.Null(entry.Outcome!.Detail);
    }

    [Fact]
    public async Task Of_an_act_that_fails_nobody_knows_what_came()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => Audit.RecordAsync<int>(
            Who, new AuditAct(AuditActs.EraseArticle, "x"), _ => throw new InvalidOperationException(), _ => (AuditResult.Done, null), Token));

        Assert.Equal(AuditResult.Unknown, Assert.Single((await Audit.ReadAsync(after: null, 10, Token)).Entries).Outcome!.Result);
    }

    [Fact]
    public async Task Acts_of_one_moment_all_have_their_place()
    {
        await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Audit.RecordAsync(
            Who, new AuditAct(AuditActs.RetireFeed, $"feed-{i}"), _ => Task.FromResult(i), _ => (AuditResult.Done, null), Token)));

        var entries = (await Audit.ReadAsync(after: null, 100, Token)).Entries;
        Assert.Equal(20, entries.Select(entry => entry.Subject).Distinct(StringComparer.Ordinal).Count());
        Assert.All(entries, entry => Assert.Equal(Some.Morning, entry.When));
    }

    [Fact]
    public async Task Nothing_that_was_written_is_ever_changed()
    {
        await RecordAsync("first");
        var before = objects.Snapshot();

        await RecordAsync("second");

        Assert.All(before, pair => Assert.Equal(pair.Value.Properties.ETag, objects.Snapshot()[pair.Key].Properties.ETag));
        Assert.Equal(["second", "first"], (await Audit.ReadAsync(after: null, 10, Token)).Entries.Select(entry => entry.Subject));
    }

    [Fact]
    public void What_looks_like_a_key_is_no_subject()
    {
        Assert.DoesNotContain("nwp_", new AuditAct(AuditActs.RevokePublisherKey, "nwp_aBc").Subject, StringComparison.Ordinal);
        Assert.DoesNotContain("nws_", new AuditAct(AuditActs.RevokePartnerKey, "gazette nws_aBc").Subject, StringComparison.Ordinal);
        Assert.Equal(AuditAct.MaxSubjectLength, new AuditAct(AuditActs.Other, new string('x', 9_000)).Subject!.Length);
    }

    private Task RecordAsync(string subject) => Audit.RecordAsync(
        Who, new AuditAct(AuditActs.RetireFeed, subject), _ => Task.FromResult(0), _ => (AuditResult.Done, null), Token);
}
