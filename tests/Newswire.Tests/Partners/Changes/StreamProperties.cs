using CsCheck;
using Newswire.Feeds;
using Newswire.Partners;
using Newswire.Projection;
using Newswire.TestKit.Faults;
using Newswire.Tests.Projection;

namespace Newswire.Tests.Partners.Changes;

/// <summary>
/// Whoever follows the stream ends with exactly what the contract allows now: whatever happens to the articles, the feeds
/// and the contract, whoever dies in between, and though everything is made anew.
/// </summary>
public sealed class StreamProperties
{
    private static readonly string[] Partners = ["planet", "gazette"];

    private static readonly string[] Ids = [.. Enumerable.Range(0, 5).Select(i => Newsroom.Id($"a{i}", beginsPage: i % 2 == 0))];

    private static readonly string[][] Topics = [["A"], ["B"], ["A", "B"], ["C"], []];

    private static readonly string[][] Contracts =
        [["latest"], ["topics/a"], ["topics/b", "front"], ["topics/a", "topics/c"], ["front"], []];

    private static readonly FeedDefinition[] Definitions =
    [
        new() { Name = "front", Selection = new FeedSelection { AnyTopic = ["A"] } },
        new() { Name = "front", Selection = new FeedSelection { AnyTopic = ["B"] } },
        new() { Name = "front", Retired = true },
        new() { Name = "home", FormerNames = ["front"], Selection = new FeedSelection { NoTopic = ["A"] } },
        new() { Name = "topics/a", Aliases = ["C"] },
        new() { Name = "topics/a", Title = "A alone" },
    ];

    [Fact]
    public async Task Whoever_follows_the_stream_has_what_the_contract_allows_now() =>
        await Gen.Select(Gen.Int[0, 28], Gen.Int[0, 30], Gen.Int[0, 30]).Array[1, 60].SampleAsync(
            async acts =>
            {
                if (await DifferenceAsync(acts) is { } difference)
                {
                    Assert.Fail(await SmallestAsync([.. acts], difference));
                }
            },
            iter: 300,
            print: _ => "");

    /// <summary>The acts without those that the difference does not need, for people to read.</summary>
    private static async Task<string> SmallestAsync(IReadOnlyList<(int Act, int A, int B)> acts, string difference)
    {
        for (var i = acts.Count - 1; i >= 0; i--)
        {
            IReadOnlyList<(int Act, int A, int B)> fewer = [.. acts.Where((_, at) => at != i)];
            if (await DifferenceAsync(fewer) is { } still)
            {
                (acts, difference, i) = (fewer, still, fewer.Count);
            }
        }

        return $"\n{string.Join(",\n", acts)}\n{difference}";
    }

    /// <returns>In what one who followed differs from what its contract allows; null when it does not.</returns>
    private static async Task<string?> DifferenceAsync(IReadOnlyList<(int Act, int A, int B)> acts)
    {
        using var syndicate = new Syndicate();
        var followers = Partners.Select(partner => new Follower(syndicate, partner)).ToList();
        foreach (var partner in Partners)
        {
            await syndicate.ContractAsync(partner, ["latest"], partner == "planet" ? TimeSpan.FromHours(1) : null);
        }

        foreach (var (act, a, b) in acts)
        {
            await ActAsync(syndicate, followers, act, a, b);
        }

        // Nobody relies any more on what was read before.
        syndicate.Newsroom.Time.Advance(PartnerRecords.MaxAge);
        await syndicate.ProjectAsync();
        foreach (var (partner, follower) in Partners.Zip(followers))
        {
            await follower.FollowToTheEndAsync();
            var allowed = await AllowedAsync(syndicate, partner);
            var has = string.Join(", ", follower.Articles.Select(article => $"{article.Key} {article.Value}").Order(StringComparer.Ordinal));
            if (has != allowed)
            {
                return $"{partner} has {has}\n and may have {allowed}";
            }
        }

        return null;
    }

    private static async Task ActAsync(Syndicate syndicate, IReadOnlyList<Follower> followers, int act, int a, int b)
    {
        var time = syndicate.Newsroom.Time;
        switch (act)
        {
            case < 6:
                await syndicate.PublishAsync(
                    Ids[a % Ids.Length],
                    Topics[b % Topics.Length],
                    embargo: act == 4 ? TimeSpan.FromMinutes(30 * (b % 8)) : null,
                    expires: act == 5 ? TimeSpan.FromMinutes(40 * (1 + (b % 7))) : null);
                break;
            case 6:
                await syndicate.WithdrawAsync(Ids[a % Ids.Length]);
                break;
            case 7:
                await syndicate.EraseAsync(Ids[a % Ids.Length]);
                break;
            case 8 or 9:
                await syndicate.DefineAsync(Definitions[a % Definitions.Length]);
                break;
            case 10 or 11:
                await syndicate.ContractAsync(
                    Partners[a % Partners.Length],
                    Contracts[b % Contracts.Length],
                    b % 4 == 0 ? null : TimeSpan.FromMinutes(30 * (b % 4)));
                break;
            case < 15:
                await syndicate.ProjectAsync(1 + (a % 7));
                break;
            case < 18:
                await syndicate.ProjectAndCrashAsync(1 + (2 * a) + (b % 2), after: b % 3 == 0, maxChanges: 1 + (b % 5));
                break;
            case < 22:
                await followers[a % followers.Count].FollowAsync(limit: 1 + (b % 4), server: b);
                break;
            case 22:
                followers[a % followers.Count].Crash(b % 4);
                break;
            case 23:
                time.Advance(TimeSpan.FromMilliseconds(200 * a));
                break;
            case 24:
                time.Advance(TimeSpan.FromMinutes(5 * a));
                break;
            case 25:
                await syndicate.ForgetDerivedAsync();
                break;
            case 26:
                await syndicate.BeginRebuildAsync();
                break;
            case 27:
                await syndicate.RebuildAsync(b % 3 == 0 ? FaultPlan.CrashAfter(1 + (3 * a)) : FaultPlan.CrashBefore(1 + (3 * a)));
                break;
            default:
                await syndicate.RebuildAsync(FaultPlan.Count());
                break;
        }
    }

    private static async Task<string> AllowedAsync(Syndicate syndicate, string partner) => string.Join(
        ", ",
        (await syndicate.ShownAsync(partner))
            .Select(shown => (shown.Key, Value: (Status: "usable", Headline: (string?)shown.Value)))
            .Concat(await WithheldAsync(syndicate, partner))
            .Select(article => $"{article.Key} {article.Value}")
            .Order(StringComparer.Ordinal));

    /// <summary>What is under embargo and not shown in any version, where early access has begun.</summary>
    private static async Task<IReadOnlyList<(string Key, (string Status, string? Headline) Value)>> WithheldAsync(Syndicate syndicate, string partner)
    {
        var (record, definitions, now) = (
            await syndicate.PartnerAsync(partner), await syndicate.DefinitionsAsync(), syndicate.Newsroom.Time.GetUtcNow());
        List<(string Key, (string Status, string? Headline) Value)> withheld = [];
        foreach (var id in Ids)
        {
            if (await syndicate.ViewAsync(id) is { } view
                && view.At(now) is ArticleState.Scheduled scheduled
                && scheduled.From - record.EarlyAccess <= now
                && definitions.Selecting(scheduled.Article, "en")
                    .Intersect(record.Feeds.Select(feed => definitions.MovedTo(feed) ?? feed), StringComparer.Ordinal).Any())
            {
                withheld.Add(($"tag:news.example,2026:{id}", ("withheld", scheduled.Article.Headline)));
            }
        }

        return withheld;
    }
}
