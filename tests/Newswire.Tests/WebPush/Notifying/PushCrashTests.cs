using CsCheck;
using Newswire.Storage;
using Newswire.TestKit;
using Newswire.TestKit.Faults;
using Newswire.WebPush.Notifying;
using Newswire.WebPush.Subscriptions;

namespace Newswire.Tests.WebPush.Notifying;

/// <summary>Whatever dies whenever, and whatever comes twice or in another order: one notification a reader and edition.</summary>
public sealed class PushCrashTests
{
    /// <summary>What the readers of the scenario get, each once.</summary>
    private static readonly string[] Expected =
    [
        "ann: The Example Times", "ann: v", "ann: x corrected", "ann: y",
        "ben: The Example Times", "ben: v", "ben: x corrected", "ben: y", "ben: z",
        "cat: z", "owl: v", "owl: x corrected", "owl: y",
    ];

    [Theory]
    [InlineData(0)]
    [InlineData(25)]
    public async Task After_a_crash_at_any_operation_every_reader_is_told_and_nobody_else(int minutes)
    {
        var counted = FaultPlan.Count();
        await (await PreparedAsync(minutes)).RunAsync(counted);
        Assert.InRange(counted.Operations.Count, 60, 400);
        var twice = 0;
        for (var operation = 1; operation <= counted.Operations.Count; operation++)
        {
            foreach (var plan in new[] { FaultPlan.CrashBefore(operation), FaultPlan.CrashAfter(operation) })
            {
                var room = await PreparedAsync(minutes);
                await Assert.ThrowsAsync<CrashException>(() => room.RunAsync(plan));
                await room.LiveAsync(TimeSpan.FromHours(3), TimeSpan.FromMinutes(45));

                twice += AssertTold(room, $"Operation {operation}, {counted.Operations[operation - 1]}");
            }
        }

        Assert.True(twice > 0, "Nothing was ever sent twice, so nothing died between sending and writing it down.");
    }

    [Fact]
    public async Task After_a_crash_behind_any_message_every_reader_is_told_and_nobody_else()
    {
        for (var message = 1; message <= 8; message++)
        {
            var room = await PreparedAsync();
            room.Sender.DiesBehind = message;
            await Assert.ThrowsAsync<CrashException>(() => room.RunAsync());
            await room.LiveAsync(TimeSpan.FromHours(3), TimeSpan.FromMinutes(45));

            AssertTold(room, $"Message {message}");
        }
    }

    [Fact]
    public async Task Messages_in_any_order_and_any_number_tell_every_reader_once() =>
        await Gen.Select(Gen.Int[0, 1_000].Array[40], Gen.Bool.Array[40]).SampleAsync(
            async (order, doubled) =>
            {
                var room = await PreparedAsync();
                var at = 0;
                for (var round = 0; round < 8; round++)
                {
                    // Wherever somebody listens to the queues, all of what waits is taken in some order, some of it twice.
                    await room.RunPassAsync();
                    foreach (var queue in new[] { QueueNames.PushDeliver, QueueNames.PushNotify })
                    {
                        var messages = room.Queues.TakeAll(queue)
                            .SelectMany(message => doubled[at++ % doubled.Length] ? new[] { message, message } : [message])
                            .OrderBy(_ => order[at++ % order.Length]);
                        foreach (var message in messages)
                        {
                            await (queue == QueueNames.PushNotify ? room.NotifyAsync(message) : room.DeliverAsync(message));
                        }
                    }
                }

                await room.LiveAsync(TimeSpan.FromHours(3), TimeSpan.FromMinutes(45));
                Assert.Equal(Expected, room.Told);
            },
            iter: 30);

    /// <summary>Every reader was told what it expects; what came twice came with the same tag and topic.</summary>
    /// <returns>How often something came twice.</returns>
    private static int AssertTold(PushRoom room, string what)
    {
        var told = room.Sender.All.CountBy(sent => (Text: sent.ToString(), sent.Tag, sent.Message.Topic)).ToList();
        Assert.Equal((what, string.Join('\n', Expected)), (what, string.Join('\n', told.Select(one => one.Key.Text).Order(StringComparer.Ordinal))));
        Assert.All(told, one => Assert.InRange(one.Value, 1, 2));
        return told.Count(one => one.Value == 2);
    }

    /// <summary>
    /// Readers and what they were told already; and changes that no pass has seen: a correction, a withdrawal, new articles,
    /// one that is not to be told, an old one, and one that is released after 25 minutes.
    /// </summary>
    /// <param name="minutes">How long it takes until a pass sees them.</param>
    private static async Task<PushRoom> PreparedAsync(int minutes = 0)
    {
        var room = new PushRoom();
        await room.PublishAsync(room.Article("x", ["A"]), room.Article("w", ["A"]));
        foreach (var (name, favourites) in new[] { ("ann", new[] { "topics/a" }), ("ben", ["latest", "topics/a"]), ("cat", ["topics/c"]), ("owl", ["topics/a"]) })
        {
            var reader = Reader.Of(name, since: null, favourites);
            await room.SubscribeAsync(reader with
            {
                QuietHours = name == "owl" ? new QuietHours(new TimeOnly(8, 0), new TimeOnly(11, 0), "UTC") : null,
                Told = name is "ann" or "ben" ? [new Told("w", PushEdition.First, room.Now)] : [],
            });
        }

        room.Newsroom.Time.Advance(TimeSpan.FromMinutes(1));
        await room.Newsroom.AppendAsync(
            room.Article("x", ["A"], version: 2, notify: true, headline: "x corrected"),
            Some.Withdraw("w", received: room.Now),
            room.Article("y", ["A"]),
            room.Article("z", ["C"]),
            room.Article("untold", ["A"], notify: false),
            room.Article("old", ["A"]) with { Published = room.Now.AddDays(-2) },
            room.Article("v", ["A"]) with { Embargo = room.Now.AddMinutes(25) });
        room.Newsroom.Time.Advance(TimeSpan.FromMinutes(minutes));
        return room;
    }
}
