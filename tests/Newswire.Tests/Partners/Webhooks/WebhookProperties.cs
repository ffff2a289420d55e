using CsCheck;
using Newswire.Outbound;
using Newswire.Partners.Webhooks;
using Newswire.TestKit.Faults;
using Newswire.Tests.Partners.Changes;

namespace Newswire.Tests.Partners.Webhooks;

/// <summary>
/// What must hold whatever the partner's server does and whenever processes stand still or die. That no two deliveries are
/// under way at once, and no older state comes behind a newer one, is asserted by <see cref="Receiver"/> at every delivery.
/// </summary>
public sealed class WebhookProperties
{
    private static readonly (CallbackAnswer, int) Hangs = (new CallbackAnswer.None(), 15);
    private static readonly (CallbackAnswer, int) Refuses = (Receiver.Status(500), 0);

    /// <summary>Kinds of servers, by name.</summary>
    private static readonly Dictionary<string, Func<int, (CallbackAnswer, int)>> Kinds = new(StringComparer.Ordinal)
    {
        ["quick"] = _ => (Receiver.Status(204), 0),
        ["slow"] = _ => (Receiver.Status(200), 8),
        ["dead"] = _ => Hangs,
        ["refusing"] = _ => Refuses,
        ["recovering"] = number => number < 4 ? Refuses : (Receiver.Status(204), 0),
        ["moody"] = number => number % 2 == 1 ? Hangs : (Receiver.Status(204), number % 7),
    };

    private static readonly Gen<Scenario> Scenarios = Gen.Select(
        Gen.Int[0, Kinds.Count - 1].Select(i => Kinds.Keys.ElementAt(i)),
        Among(2, 50),
        Gen.Select(Gen.Int[0, 4], Gen.Int[0, 3], Among(0, 1, 2, 5, 17, 40, 80, 4000)).Array[1, 10],
        (kind, max, steps) => new Scenario(kind, max, steps, []));

    private static readonly Gen<Scenario> WithFaults = Gen.Select(
        Scenarios,
        Gen.Select(Gen.Int[0, 5], Gen.Int[1, 22], Among(1, 20, 50, 70, 90, 400)).Array[1, 8],
        (scenario, faults) => scenario with { Faults = faults });

    [Fact]
    public Task Without_faults_a_quick_partner_gets_everything_and_nothing_twice() => Scenarios.SampleAsync(
        async scenario =>
        {
            using var world = await PlayAsync(scenario with { Kind = "quick" });
            Assert.Equal(world.Receiver.Ids.Distinct(StringComparer.Ordinal), world.Receiver.Ids);
        },
        iter: 60,
        threads: 1);

    [Fact]
    public Task Whatever_stands_still_or_dies_the_partner_has_everything_in_the_end() => WithFaults.SampleAsync(
        async scenario => (await PlayAsync(scenario)).Dispose(), iter: 250, threads: 1);

    private static async Task<WebhookWorld> PlayAsync(Scenario scenario)
    {
        var world = await WebhookWorld.StartAsync(new WebhookOptions { MaxChanges = scenario.MaxChanges });
        world.Faults = number => number <= scenario.Faults.Count ? Fault(world, scenario.Faults[number - 1]) : FaultPlan.Count();
        world.Receiver.Behaviour = Kinds[scenario.Kind];
        foreach (var (act, article, seconds) in scenario.Steps)
        {
            await (act switch
            {
                0 => world.TellAsync(),
                1 => world.WithdrawAsync($"a-{article}"),
                _ => world.PublishAsync($"a-{article}"),
            });
            await LiveAsync(world, seconds, scenario);
        }

        await LiveAsync(world, 3 * 60 * 60, scenario);
        Assert.Equal(0, world.Waiting);

        // However long it could not be told: with the next change it is told everything, at the latest when as many messages
        // as there may be faults have come back.
        world.Receiver.Behaviour = Kinds["quick"];
        await world.PublishAsync("b");
        await LiveAsync(world, 60 * 60, scenario);
        var webhook = await world.WebhookAsync();
        var expected = new Follower(world.Syndicate, WebhookWorld.Partner);
        await expected.FollowToTheEndAsync();
        Assert.Equal(
            expected.Articles.OrderBy(pair => pair.Key, StringComparer.Ordinal),
            world.Receiver.Articles.OrderBy(pair => pair.Key, StringComparer.Ordinal));
        Assert.Equal((0, 0, null, null), (world.Waiting, webhook.Failures, webhook.PendingSince, webhook.InFlightUntil));
        Assert.All(webhook.DeadLetters, letter => Assert.NotNull(letter.Delivered));
        return world;
    }

    /// <summary>
    /// At any time there are few messages for later: one for each delay, and one more for each process that died between
    /// sending one and noting it.
    /// </summary>
    private static async Task LiveAsync(WebhookWorld world, int seconds, Scenario scenario)
    {
        for (var left = seconds; left >= 0; left -= 600)
        {
            await world.LiveAsync(TimeSpan.FromSeconds(Math.Min(600, left)));
            Assert.InRange(world.Waiting, 0, 3 + (2 * scenario.Faults.Count));
        }
    }

    private static FaultPlan Fault(WebhookWorld world, (int Kind, int At, int Seconds) fault)
    {
        var plan = fault.Kind switch
        {
            1 => FaultPlan.CrashBefore(fault.At),
            2 => FaultPlan.CrashAfter(fault.At),
            3 => FaultPlan.PauseBefore(fault.At),
            4 => FaultPlan.PauseAfter(fault.At),
            _ => FaultPlan.Count(),
        };
        if (fault.Kind == 5)
        {
            // Storage is away for one operation, and the process lives on.
            plan.Unanswered = _ => plan.Operations.Count == fault.At;
        }

        world.ResumeAt(world.Time.GetUtcNow().AddSeconds(fault.Seconds), plan);
        return plan;
    }

    private static Gen<int> Among(params int[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    private sealed record Scenario(
        string Kind,
        int MaxChanges,
        IReadOnlyList<(int Act, int Article, int Seconds)> Steps,
        IReadOnlyList<(int Kind, int At, int Seconds)> Faults)
    {
        public override string ToString() =>
            $"{Kind}, {MaxChanges} changes, steps {string.Join(' ', Steps)}, faults {string.Join(' ', Faults)}";
    }
}
