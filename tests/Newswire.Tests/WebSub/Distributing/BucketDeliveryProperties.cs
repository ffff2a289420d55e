using CsCheck;
using Newswire.Outbound;
using Newswire.Storage;
using Newswire.TestKit.Faults;
using Newswire.WebSub;
using Newswire.WebSub.Distributing;

namespace Newswire.Tests.WebSub.Distributing;

/// <summary>
/// What must hold whatever subscribers do and whenever processes stand still or die. That nobody is delivered to by two at
/// once is asserted by <see cref="FakeSender"/> at every request.
/// </summary>
public sealed class BucketDeliveryProperties
{
    private static readonly TimeSpan Hanging = new HubOptions().MaxTime;
    private static readonly (CallbackAnswer, TimeSpan) Hangs = (new CallbackAnswer.None(), Hanging);
    private static readonly (CallbackAnswer, TimeSpan) Refuses = (Status(500), TimeSpan.Zero);

    /// <summary>Kinds of subscribers, by name.</summary>
    private static readonly Dictionary<string, Func<int, (CallbackAnswer, TimeSpan)>> Kinds = new(StringComparer.Ordinal)
    {
        ["quick"] = _ => (FakeSender.Ok, TimeSpan.Zero),
        ["second"] = _ => (FakeSender.Ok, TimeSpan.FromSeconds(1)),
        ["slow"] = _ => (FakeSender.Ok, TimeSpan.FromSeconds(8)),
        ["dead"] = _ => Hangs,
        ["recovering"] = number => number < 4 ? Refuses : (FakeSender.Ok, TimeSpan.Zero),
        ["moody"] = number => number % 2 == 1 ? Hangs : (FakeSender.Ok, TimeSpan.FromSeconds(number % 7)),
        ["leaving"] = number => number == 2 ? (Status(410), TimeSpan.Zero) : (FakeSender.Ok, TimeSpan.Zero),
        ["short"] = _ => (FakeSender.Ok, TimeSpan.FromSeconds(2)),
    };

    private static readonly Gen<Scenario> Scenarios = Gen.Select(
        Gen.Int[0, Kinds.Count - 1].Select(i => Kinds.Keys.ElementAt(i)).Array[1, 5],
        Gen.Int[1, 3],
        Gen.Select(Gen.Bool, Gen.Int[1, 2], Among(0, 1, 2, 5, 11, 40, 80)).Array[1, 10],
        (kinds, places, steps) => new Scenario(kinds, places, steps, []));

    private static readonly Gen<Scenario> WithFaults = Gen.Select(
        Scenarios,
        Gen.Select(Gen.Int[0, 5], Gen.Int[1, 14], Among(1, 20, 60, 72, 90, 400)).Array[1, 8],
        (scenario, faults) => scenario with { Faults = faults });

    [Fact]
    public void Without_faults_each_gets_a_document_once_and_in_the_end_the_newest() => Scenarios.Sample(
        scenario =>
        {
            using var world = Play(scenario);
            Assert.All(world.Sender.Requests.Where(request => request.Success).GroupBy(request => request.Callback), received =>
                Assert.Equal(received.Select(request => request.Document).Distinct().Order(), received.Select(request => request.Document)));
        },
        iter: 400);

    [Fact]
    public void Whatever_stands_still_or_dies_everybody_who_can_has_the_newest_in_the_end() =>
        WithFaults.Sample(scenario => Play(scenario).Dispose(), iter: 800);

    private static HubWorld Play(Scenario scenario)
    {
        var world = new HubWorld(new HubOptions { MaxParallel = scenario.Places, MaxParallelRetries = scenario.Places });
        world.Faults = number => number <= scenario.Faults.Count ? Fault(world, scenario.Faults[number - 1]) : FaultPlan.Count();
        foreach (var (i, kind) in scenario.Kinds.Index())
        {
            var subscriber = world.Subscriber($"{kind}-{i}", kind == "short" ? TimeSpan.FromMinutes(2) : null);
            world.Sender.Behaviours[subscriber.Callback] = Kinds[kind];
            world.Subscribe(subscriber);
        }

        foreach (var (publishes, messages, seconds) in scenario.Steps)
        {
            if (publishes)
            {
                world.Publish(messages);
            }
            else
            {
                world.Tell();
            }

            Live(world, seconds, scenario);
        }

        Live(world, 4 * 60 * 60, scenario);
        Assert.Equal((0, 0), (world.Waiting(QueueNames.WebSubDeliver), world.Waiting(QueueNames.WebSubRetry)));

        // A lease that ends while a mark from a crash still holds ends without the newest; nobody has to come to forget it.
        var subscribed = (world.Subscribers?.Subscribers ?? []).Where(one => !DeliveryRules.HasEnded(one, world.Time.GetUtcNow()));
        Assert.All(subscribed, subscriber => Assert.True(
            subscriber.Callback.Contains("dead", StringComparison.Ordinal) || subscriber.Has == $"hash-{world.Published}",
            $"{subscriber.Callback} has {subscriber.Has}."));
        return world;
    }

    /// <summary>
    /// At any time there are as few messages for later as there are different delays, and one more for each process that
    /// died between sending one and noting it.
    /// </summary>
    private static void Live(HubWorld world, int seconds, Scenario scenario)
    {
        for (var slice = 0; slice <= seconds; slice += 20)
        {
            world.Live(TimeSpan.FromSeconds(Math.Min(20, seconds - slice)));
            Assert.InRange(world.Waiting(QueueNames.WebSubRetry), 0, 7 + (2 * scenario.Faults.Count));
        }
    }

    private static FaultPlan Fault(HubWorld world, (int Kind, int At, int Seconds) fault)
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

    private static CallbackAnswer Status(int status) => new CallbackAnswer.Answered(status, ReadOnlyMemory<byte>.Empty);

    private sealed record Scenario(
        IReadOnlyList<string> Kinds,
        int Places,
        IReadOnlyList<(bool Publishes, int Messages, int Seconds)> Steps,
        IReadOnlyList<(int Kind, int At, int Seconds)> Faults)
    {
        public override string ToString() =>
            $"[{string.Join(", ", Kinds)}], {Places} places, steps {string.Join(' ', Steps)}, faults {string.Join(' ', Faults)}";
    }
}
