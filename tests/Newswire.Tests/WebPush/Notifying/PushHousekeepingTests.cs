using Newswire.Storage;
using Newswire.WebPush.Subscriptions;

namespace Newswire.Tests.WebPush.Notifying;

public sealed class PushHousekeepingTests
{
    private readonly PushRoom room = new();

    [Fact]
    public async Task What_is_too_old_goes_and_the_rest_stays()
    {
        await room.SubscribeAsync(Reader.Of("ann") with
        {
            Told = [new Told("old", 0, room.Now.AddHours(-48)), new Told("new", 0, room.Now.AddHours(-47))],
            Waiting =
            [
                new Waiting("old", 0, room.Now.AddHours(-24), room.Now.AddHours(1)),
                new Waiting("flying", 0, room.Now.AddHours(-24), room.Now) { InFlightUntil = room.Now.AddMinutes(1) },
                new Waiting("new", 0, room.Now.AddHours(-23), room.Now.AddHours(1)),
            ],
        });
        await room.SubscribeAsync(Reader.Of("ben") with { Expires = room.Now });

        await room.HousekeepAsync();

        var ann = (await room.FindAsync("ann"))!;
        Assert.Equal(["new"], ann.Told.Select(told => told.Article));
        Assert.Equal(["flying", "new"], ann.Waiting.Select(waiting => waiting.Article));
        Assert.Null(await room.FindAsync("ben"));
    }

    [Fact]
    public async Task Where_nothing_is_too_old_nothing_is_written()
    {
        await room.SubscribeAsync(Reader.Of("ann") with { Told = [new Told("new", 0, room.Now)] });
        var before = ETags();
        await room.HousekeepAsync();

        Assert.Equal(before, ETags());
    }

    [Fact]
    public async Task Readers_whose_message_was_lost_are_found()
    {
        await room.SubscribeAsync(Reader.Of("owl", favourites: "topics/a") with { QuietHours = new QuietHours(new TimeOnly(8, 0), new TimeOnly(12, 0), "UTC") });
        await room.PublishAsync(room.Article("x", ["A"]));
        room.Newsroom.Time.Advance(TimeSpan.FromHours(3));
        room.Queues.TakeAll(QueueNames.PushDeliver);

        await room.HousekeepAsync();
        await room.RunAsync();

        Assert.Equal(["owl: x"], room.Told);
    }

    [Fact]
    public async Task What_was_told_is_forgotten_when_it_is_no_news_for_long()
    {
        await room.SubscribeAsync(Reader.Of("ann"));
        await room.PublishAsync(room.Article("x", ["A"]));
        Assert.Single(Editions());
        room.Newsroom.Time.Advance(TimeSpan.FromHours(48));
        await room.HousekeepAsync();
        Assert.Single(Editions());
        room.Newsroom.Time.Advance(TimeSpan.FromHours(24));
        await room.HousekeepAsync();

        Assert.Empty(Editions());
    }

    private IEnumerable<string> Editions() => room.Newsroom.Objects.Snapshot().Keys
        .Where(path => path.Container == Containers.Subscriptions && path.Name.StartsWith("push-editions/", StringComparison.Ordinal))
        .Select(path => path.Name);

    private Dictionary<string, string> ETags() => room.Newsroom.Objects.Snapshot().ToDictionary(pair => pair.Key.Name, pair => pair.Value.Properties.ETag, StringComparer.Ordinal);
}
