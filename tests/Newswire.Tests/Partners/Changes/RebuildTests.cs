using Newswire.Feeds;
using Newswire.Partners;
using Newswire.Partners.Changes;
using Newswire.TestKit.Faults;
using Newswire.Tests.Projection;

namespace Newswire.Tests.Partners.Changes;

/// <summary>Everything that is derived is made anew, and a partner goes on with the cursor it has.</summary>
public sealed class RebuildTests : IDisposable
{
    private readonly Syndicate syndicate = new();
    private readonly Follower planet;

    public RebuildTests() => planet = new Follower(syndicate, "planet");

    [Fact]
    public async Task What_the_partner_knew_long_before_is_not_told_again_and_what_is_new_is()
    {
        await syndicate.ContractAsync("planet", ["latest"]);
        await syndicate.PublishAsync("old", ["A"]);
        await syndicate.ProjectAsync();
        syndicate.Newsroom.Time.Advance(PartnerChanges.ClockTolerance + TimeSpan.FromMinutes(1));
        await syndicate.PublishAsync("recent", ["A"]);
        await FollowAsync();
        Assert.Equal((2, 0), planet.Told);

        syndicate.Newsroom.Time.Advance(TimeSpan.FromSeconds(1));
        await syndicate.PublishAsync("new", ["A"]);
        await syndicate.ForgetDerivedAsync();
        await FollowAsync();

        // Told anew were the one that may have been missed, marked, and the one that was.
        Assert.Equal((4, 1), planet.Told);
        Assert.Equal(3, planet.Articles.Count);

        await FollowAsync();
        Assert.Equal((4, 1), planet.Told);
    }

    [Fact]
    public async Task A_log_that_is_built_at_the_moment_at_which_the_other_began_is_another_all_the_same()
    {
        await syndicate.ContractAsync("planet", ["latest"]);
        await syndicate.PublishAsync("over-before-it-was-seen", ["A"], expires: TimeSpan.FromMinutes(40));
        syndicate.Newsroom.Time.Advance(TimeSpan.FromMinutes(130));
        await syndicate.ProjectAsync();
        await planet.FollowToTheEndAsync();
        await syndicate.PublishAsync("new", ["A"]);
        await syndicate.ProjectAsync();

        await syndicate.BeginRebuildAsync();
        await syndicate.RebuildAsync(FaultPlan.Count());
        syndicate.Newsroom.Time.Advance(PartnerRecords.MaxAge);
        await syndicate.ProjectAsync();
        await planet.FollowToTheEndAsync();

        Assert.Equal("new v1", Assert.Single(planet.Articles).Value.Headline);
    }

    [Fact]
    public async Task What_a_definition_gave_and_the_next_one_took_is_taken_from_who_had_it()
    {
        // In a feed of several pages, so that a walk takes several passes.
        await syndicate.ContractAsync("planet", ["front"]);
        foreach (var number in Enumerable.Range(0, 4))
        {
            await syndicate.PublishAsync(Newsroom.Id($"page-{number}", beginsPage: true), ["A"]);
        }

        await syndicate.DefineAsync(new FeedDefinition { Name = "front", Selection = new FeedSelection { AnyTopic = ["A"] } });
        await FollowAsync();
        Assert.Equal(4, planet.Articles.Count);

        await syndicate.DefineAsync(new FeedDefinition { Name = "front", Selection = new FeedSelection { AnyTopic = ["B"] } });
        await syndicate.ForgetDerivedAsync();
        await FollowAsync();

        Assert.Empty(planet.Articles);
    }

    [Fact]
    public async Task What_a_contract_gave_and_the_next_one_took_is_taken_from_who_had_it()
    {
        foreach (var number in Enumerable.Range(0, 4))
        {
            await syndicate.PublishAsync(Newsroom.Id($"page-{number}", beginsPage: true), ["A"]);
        }

        await syndicate.ContractAsync("planet", ["topics/a"]);
        await FollowAsync();
        Assert.Equal(4, planet.Articles.Count);

        await syndicate.ContractAsync("planet", ["topics/b"]);
        await syndicate.ForgetDerivedAsync();
        await FollowAsync();

        Assert.Empty(planet.Articles);
    }

    [Fact]
    public async Task While_the_state_is_being_made_anew_a_partner_is_told_nothing_wrong()
    {
        await syndicate.ContractAsync("planet", ["latest"]);
        await syndicate.PublishAsync("stays", ["A"]);
        await syndicate.PublishAsync("goes", ["A"]);
        await FollowAsync();

        await syndicate.WithdrawAsync("goes");
        await syndicate.ForgetDerivedAsync();
        for (var pass = 0; pass < 6; pass++)
        {
            syndicate.Newsroom.Time.Advance(PartnerRecords.MaxAge);
            await planet.FollowToTheEndAsync();
            Assert.Contains("tag:news.example,2026:stays", planet.Articles.Keys);
            await syndicate.PassAsync(TestKit.Faults.FaultPlan.Count(), maxChanges: 1);
        }

        await FollowAsync();
        Assert.Equal(["tag:news.example,2026:stays"], planet.Articles.Keys);
    }

    public void Dispose() => syndicate.Dispose();

    private async Task FollowAsync()
    {
        syndicate.Newsroom.Time.Advance(PartnerRecords.MaxAge);
        await syndicate.ProjectAsync();
        await planet.FollowToTheEndAsync();
    }
}
