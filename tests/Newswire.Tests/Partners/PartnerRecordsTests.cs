using System.Text;
using Microsoft.Extensions.Time.Testing;
using Newswire.Keys;
using Newswire.Partners;
using Newswire.Storage;
using Newswire.TestKit;
using Newswire.TestKit.Faults;
using Newswire.TestKit.Storage;

namespace Newswire.Tests.Partners;

public sealed class PartnerRecordsTests : IDisposable
{
    private static readonly ObjectPath Path = new(Containers.Partners, "partners.json");

    private readonly FakeTimeProvider time = new(Some.Morning);
    private readonly InMemoryObjectStore objects = new();
    private readonly FaultPlan plan = FaultPlan.Count();
    private readonly PartnerRecords partners;

    public PartnerRecordsTests() => partners = new PartnerRecords(new FaultyObjectStore(objects, plan), time);

    [Fact]
    public async Task A_record_comes_back_as_it_was_given()
    {
        var record = Partner("planet") with
        {
            Contact = "Lois, desk@planet.example",
            Feeds = ["latest", "topics/crime"],
            Profile = PartnerProfile.SmartNews,
            Quota = new PartnerQuota(7, 70),
            EarlyAccess = TimeSpan.FromMinutes(90),
        };
        Assert.Equal([PartnerChange.Created], await DefineAsync(record));

        using var other = Elsewhere();
        Assert.True((await other.FindAsync("planet", Token))!.SaysTheSameAs(record));
    }

    [Fact]
    public async Task What_is_so_already_is_not_written()
    {
        await partners.DefineAsync([Partner("planet")], Token);
        var writes = Writes;

        Assert.Equal([PartnerChange.Unchanged], await DefineAsync(Partner("planet")));
        Assert.Null(await partners.RemoveAsync("gazette", Token));
        Assert.Null(await partners.RevokeKeyAsync("planet", "00000000", Token));
        Assert.Equal(writes, Writes);
    }

    [Fact]
    public async Task Replacing_a_record_leaves_its_keys_alone_and_removing_it_ends_them()
    {
        await partners.DefineAsync([Partner("planet"), Partner("gazette")], Token);
        var secret = await SecretAsync("planet");

        Assert.Equal([PartnerChange.Replaced], await DefineAsync(Partner("planet") with { Title = "Another" }));
        var good = Assert.IsType<PartnerCheck.Good>(await partners.FindByKeyAsync("planet", secret, Token));
        Assert.Equal("Another", good.Partner.Title);

        Assert.NotNull(await partners.RemoveAsync("planet", Token));
        Assert.IsType<PartnerCheck.Unknown>(await partners.FindByKeyAsync("planet", secret, Token));
        Assert.Equal(["gazette"], (await partners.ListAsync(Token)).Select(partner => partner.Name));

        // Whoever gets the name next does not get the keys with it.
        await partners.DefineAsync([Partner("planet")], Token);
        Assert.IsType<PartnerCheck.Unknown>(await partners.FindByKeyAsync("planet", secret, Token));
    }

    [Fact]
    public async Task There_are_no_more_partners_than_there_may_be_and_those_there_are_can_be_replaced()
    {
        List<Partner> many = [.. Enumerable.Range(0, PartnerLimits.MaxPartners).Select(i => Partner($"p-{i}"))];
        Assert.NotNull(await partners.DefineAsync(many, Token));

        Assert.Null(await partners.DefineAsync([Partner("p-0") with { Title = "New" }, Partner("one-more")], Token));
        Assert.Equal("The p-0", (await partners.FindAsync("p-0", Token))!.Title);
        Assert.NotNull(await partners.DefineAsync([Partner("p-0") with { Title = "New" }], Token));
    }

    [Fact]
    public async Task Two_keys_are_good_at_once_until_one_is_revoked()
    {
        await partners.DefineAsync([Partner("planet")], Token);
        var first = await CreatedAsync("planet");
        var second = await CreatedAsync("planet");
        Assert.IsType<PartnerCheck.Good>(await partners.FindByKeyAsync("planet", first.Secret, Token));
        Assert.IsType<PartnerCheck.Good>(await partners.FindByKeyAsync("planet", second.Secret, Token));

        Assert.Equal(Some.Morning, (await partners.RevokeKeyAsync("planet", first.Key.Id, Token))!.Revoked);

        Assert.IsType<PartnerCheck.Revoked>(await partners.FindByKeyAsync("planet", first.Secret, Token));
        var good = Assert.IsType<PartnerCheck.Good>(await partners.FindByKeyAsync("planet", second.Secret, Token));
        Assert.Equal(second.Key, good.Key);
    }

    [Fact]
    public async Task Revoking_again_does_not_change_since_when()
    {
        await partners.DefineAsync([Partner("planet")], Token);
        var created = await CreatedAsync("planet");
        await partners.RevokeKeyAsync("planet", created.Key.Id, Token);
        time.Advance(TimeSpan.FromDays(1));

        Assert.Equal(Some.Morning, (await partners.RevokeKeyAsync("planet", created.Key.Id, Token))!.Revoked);
    }

    [Fact]
    public async Task A_key_is_revoked_at_its_own_partner_only()
    {
        await partners.DefineAsync([Partner("planet"), Partner("gazette")], Token);
        var created = await CreatedAsync("planet");

        Assert.Null(await partners.RevokeKeyAsync("gazette", created.Key.Id, Token));
        Assert.IsType<PartnerCheck.Good>(await partners.FindByKeyAsync("planet", created.Secret, Token));
    }

    [Fact]
    public async Task A_key_expires_to_the_tick_without_anybody_doing_anything()
    {
        await partners.DefineAsync([Partner("planet")], Token);
        var secret = await SecretAsync("planet", Some.Morning.AddSeconds(3));
        time.Advance(TimeSpan.FromSeconds(3) - TimeSpan.FromTicks(1));
        Assert.IsType<PartnerCheck.Good>(await partners.FindByKeyAsync("planet", secret, Token));

        time.Advance(TimeSpan.FromTicks(1));

        Assert.IsType<PartnerCheck.Expired>(await partners.FindByKeyAsync("planet", secret, Token));
    }

    [Fact]
    public async Task What_another_process_revokes_opens_nothing_here_once_what_was_read_is_too_old()
    {
        await partners.DefineAsync([Partner("planet")], Token);
        var created = await CreatedAsync("planet");
        await partners.FindByKeyAsync("planet", created.Secret, Token);
        using var other = Elsewhere();
        await other.RevokeKeyAsync("planet", created.Key.Id, Token);

        time.Advance(PartnerRecords.MaxAge);

        Assert.True(PartnerRecords.MaxAge <= TimeSpan.FromSeconds(5));
        Assert.IsType<PartnerCheck.Revoked>(await partners.FindByKeyAsync("planet", created.Secret, Token));
    }

    [Fact]
    public async Task A_key_is_nobody_elses_and_a_publishers_key_is_no_partners()
    {
        await partners.DefineAsync([Partner("planet"), Partner("gazette")], Token);
        var secret = await SecretAsync("planet");
        using var publishers = new PublisherKeys(objects, time);
        var (publisher, _) = await publishers.CreateAsync("the CMS", Token);

        string[] wrong = ["", "nws_", secret[..^1], secret + "x", secret.ToUpperInvariant(), publisher];
        foreach (var key in wrong)
        {
            Assert.IsType<PartnerCheck.Unknown>(await partners.FindByKeyAsync("planet", key, Token));
        }

        string[] others = ["gazette", "nobody", "Planet", "", "planet/"];
        foreach (var name in others)
        {
            Assert.IsType<PartnerCheck.Unknown>(await partners.FindByKeyAsync(name, secret, Token));
        }

        Assert.Equal(KeyCheck.Unknown, await publishers.CheckAsync(secret, Token));
    }

    [Fact]
    public async Task Wrong_keys_cost_one_read_together()
    {
        for (var i = 0; i < 1_000; i++)
        {
            await partners.FindByKeyAsync($"partner-{i}", $"nws_{i}", Token);
        }

        Assert.Equal(["read partners/partners.json"], plan.Operations);
    }

    [Fact]
    public async Task Of_too_many_keys_the_oldest_that_opens_nothing_makes_room()
    {
        await partners.DefineAsync([Partner("planet")], Token);
        List<KeyCreation.Created> keys = [];
        for (var i = 0; i < PartnerLimits.MaxKeys; i++)
        {
            keys.Add(await CreatedAsync("planet", i == 4 ? Some.Morning.AddHours(1) : null));
        }

        Assert.IsType<KeyCreation.TooMany>(await partners.CreateKeyAsync("planet", null, null, Token));
        await partners.RevokeKeyAsync("planet", keys[7].Key.Id, Token);
        time.Advance(TimeSpan.FromHours(1));
        keys.Add(await CreatedAsync("planet"));

        Assert.Equal(
            keys.Where((_, i) => i != 4).Select(key => key.Key.Id),
            (await partners.FindAsync("planet", Token))!.Keys.Select(key => key.Id));
    }

    [Fact]
    public async Task A_partner_that_is_not_there_gets_no_key()
    {
        Assert.IsType<KeyCreation.NoPartner>(await partners.CreateKeyAsync("nobody", null, null, Token));
        Assert.Empty(objects.Snapshot());
    }

    [Fact]
    public async Task The_key_itself_is_stored_nowhere_and_printed_by_nothing()
    {
        await partners.DefineAsync([Partner("planet")], Token);
        var created = await CreatedAsync("planet");

        Assert.StartsWith("nws_", created.Secret, StringComparison.Ordinal);
        Assert.Equal(4 + 43, created.Secret.Length);
        Assert.DoesNotContain(created.Secret[4..], Encoding.UTF8.GetString(objects.Snapshot()[Path].Content.Span), StringComparison.Ordinal);
        Assert.DoesNotContain(created.Secret[4..], created.ToString(), StringComparison.Ordinal);
        Assert.Contains(created.Key.Id, created.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_change_is_lost_where_two_processes_change_at_once()
    {
        using var other = Elsewhere();
        await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Task.Run(
            () => (i % 2 == 0 ? partners : other).DefineAsync([Partner($"p-{i:00}")], Token), Token)));

        Assert.Equal(Enumerable.Range(0, 20).Select(i => $"p-{i:00}"), (await partners.ListAsync(Token)).Select(partner => partner.Name));
    }

    public void Dispose() => partners.Dispose();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private int Writes => plan.Operations.Count(operation => operation.StartsWith("write", StringComparison.Ordinal));

    private static Partner Partner(string name) => new() { Name = name, Title = "The " + name, Feeds = ["latest"] };

    private PartnerRecords Elsewhere() => new(objects, time);

    private async Task<KeyCreation.Created> CreatedAsync(string partner, DateTimeOffset? expires = null) =>
        Assert.IsType<KeyCreation.Created>(await partners.CreateKeyAsync(partner, name: null, expires, Token));

    private async Task<IEnumerable<PartnerChange>> DefineAsync(params IReadOnlyList<Partner> records) =>
        (await partners.DefineAsync(records, Token))!.Select(defined => defined.Change);

    private async Task<string> SecretAsync(string partner, DateTimeOffset? expires = null) =>
        (await CreatedAsync(partner, expires)).Secret;
}
