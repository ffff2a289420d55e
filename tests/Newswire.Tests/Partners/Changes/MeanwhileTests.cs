using Newswire.Feeds;
using Newswire.Partners;
using Newswire.TestKit.Faults;

namespace Newswire.Tests.Partners.Changes;

/// <summary>Partners ask while passes are under way, and passes die, at every point of them.</summary>
public sealed class MeanwhileTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public async Task A_partner_that_asks_while_a_pass_stands_still_misses_nothing_of_it(int history)
    {
        var counted = FaultPlan.Count();
        using (var syndicate = await PreparedAsync(history))
        {
            await syndicate.PassAsync(counted);
        }

        for (var operation = 1; operation <= counted.Operations.Count; operation++)
        {
            using var syndicate = await PreparedAsync(history);
            var follower = new Follower(syndicate, "planet");
            var plan = FaultPlan.PauseBefore(operation);
            var pass = syndicate.PassAsync(plan);
            await plan.Paused;

            syndicate.Newsroom.Time.Advance(PartnerRecords.MaxAge);
            await follower.FollowToTheEndAsync();
            plan.Resume();
            await pass;

            await AssertHasWhatIsShownAsync(syndicate, follower);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public async Task A_pass_that_dies_at_any_operation_keeps_nothing_from_the_partner(int history)
    {
        var counted = FaultPlan.Count();
        using (var syndicate = await PreparedAsync(history))
        {
            await syndicate.PassAsync(counted);
        }

        for (var operation = 1; operation <= counted.Operations.Count; operation++)
        {
            foreach (var plan in new[] { FaultPlan.CrashBefore(operation), FaultPlan.CrashAfter(operation) })
            {
                using var syndicate = await PreparedAsync(history);
                var follower = new Follower(syndicate, "planet");
                await follower.FollowToTheEndAsync();

                await Assert.ThrowsAsync<CrashException>(() => syndicate.PassAsync(plan));

                await AssertHasWhatIsShownAsync(syndicate, follower);
            }
        }
    }

    private static async Task AssertHasWhatIsShownAsync(Syndicate syndicate, Follower follower)
    {
        syndicate.Newsroom.Time.Advance(PartnerRecords.MaxAge);
        await syndicate.ProjectAsync();
        await follower.FollowToTheEndAsync();
        Assert.Equal(
            (await syndicate.ShownAsync("planet")).OrderBy(shown => shown.Key, StringComparer.Ordinal).Select(shown => $"{shown.Key} {shown.Value}"),
            follower.Articles.OrderBy(article => article.Key, StringComparer.Ordinal).Select(article => $"{article.Key} {article.Value.Headline}"));
    }

    private static async Task<Syndicate> PreparedAsync(int history)
    {
        var syndicate = new Syndicate();
        await syndicate.DefineAsync(new FeedDefinition { Name = "front", Selection = new FeedSelection { AnyTopic = ["A"] } });
        await syndicate.ContractAsync("planet", ["front"]);
        await syndicate.PublishAsync("edited", ["A"]);
        await syndicate.PublishAsync("taken", ["A"]);
        await syndicate.PublishAsync("moved", ["A"]);
        await syndicate.PublishAsync("other", ["B"]);
        await syndicate.ProjectAsync();
        syndicate.Newsroom.Time.Advance(PartnerRecords.MaxAge);
        switch (history)
        {
            case 0:
                await syndicate.PublishAsync("edited", ["A"]);
                await syndicate.WithdrawAsync("taken");
                await syndicate.PublishAsync("moved", ["B"]);
                await syndicate.PublishAsync("new", ["A"]);
                break;
            case 1:
                await syndicate.DefineAsync(new FeedDefinition { Name = "front", Selection = new FeedSelection { AnyTopic = ["B"] } });
                break;
            default:
                await syndicate.ContractAsync("planet", ["latest"]);
                break;
        }

        return syndicate;
    }
}
