using Newswire.Feeds;
using Newswire.TestKit;
using Newswire.WebPush;
using Newswire.WebPush.Notifying;
using Newswire.WebPush.Subscriptions;

namespace Newswire.Tests.WebPush.Notifying;

/// <summary>Who is told what, when, and what came of it.</summary>
public sealed class TellingTests
{
    private static readonly DateTimeOffset Now = Some.Morning.AddHours(1);
    private static readonly DateTimeOffset ClaimEnd = Now.AddMinutes(10);
    private static readonly QuietHours Night = new(new TimeOnly(9, 0), new TimeOnly(17, 0), "UTC");

    [Fact]
    public void A_reader_is_told_of_an_article_in_a_favourite_feed_and_of_no_other()
    {
        Assert.Equal(["x"], Flying(Look(Reader.Of(favourites: ["topics/a", "topics/b"]), Of("x", "latest", "topics/a", "topics/b"))));
        var other = Reader.Of(favourites: "topics/c");
        Assert.Same(other, Look(other, Of("x", "latest", "topics/a")));
    }

    [Fact]
    public void A_favourite_counts_under_the_name_it_has_now()
    {
        var definitions = FeedDefinitions.Empty.With(
            new FeedDefinition { Name = "home", FormerNames = ["front"], Selection = new FeedSelection { AnyTopic = ["A"] } }, Some.Morning);

        Assert.Equal(["x"], Flying(Look(Reader.Of(favourites: "front"), definitions, Of("x", "home"))));
    }

    [Fact]
    public void What_was_shown_before_the_favourites_were_chosen_is_no_news()
    {
        Assert.Equal(["x"], Flying(Look(Reader.Of(since: Some.Morning.AddTicks(-1)), Of("x"))));
        Assert.Empty(Look(Reader.Of(since: Some.Morning), Of("x")).Waiting);
    }

    [Fact]
    public void Nobody_is_told_an_edition_twice_or_an_older_one_afterwards()
    {
        var told = Reader.Of() with { Told = [new Told("x", 2, Now)] };

        Assert.Same(told, Look(told, Of("x")));
        Assert.Same(told, Look(told, Edition("x", 2)));
        Assert.Equal(["x"], Flying(Look(told, Edition("x", 3))));
    }

    [Fact]
    public void What_is_in_flight_is_not_sent_again_and_a_newer_edition_waits_for_it()
    {
        var flying = Look(Reader.Of(), Of("x"));

        Assert.Same(flying, Look(flying, Of("x")));
        var both = Look(flying, Edition("x", 2));
        Assert.Equal([(0L, Now, ClaimEnd), (2L, ClaimEnd, null)], both.Waiting.Select(waiting => (waiting.Edition, waiting.NotBefore, waiting.InFlightUntil)));
        Assert.Equal([(2L, Now)], After(both, new PushOutcome.Delivered())!.Waiting.Select(waiting => (waiting.Edition, waiting.NotBefore)));
    }

    [Fact]
    public void A_claim_that_is_over_is_taken_anew() =>
        Assert.Equal(["x"], Flying(Look(Reader.Of() with { Waiting = [Wait("x", Now.AddHours(-1)) with { InFlightUntil = Now }] }, [], Of("x"))));

    [Fact]
    public void The_cap_counts_what_was_told_and_is_being_told_on_the_readers_day()
    {
        // Now it is midnight there: what was told at 9:00 UTC yesterday was told the day before yesterday.
        var reader = Reader.Of() with { MaxPerDay = 3, QuietHours = new QuietHours(new TimeOnly(3, 0), new TimeOnly(4, 0), "Pacific/Kiritimati") };
        reader = reader with
        {
            Told = [new Told("a", 0, Some.Morning.AddDays(-1)), new Told("b", 0, Now), new Told("b", PushEdition.Withdrawal, Now)],
            Waiting = [Wait("c", Now) with { InFlightUntil = Now.AddMinutes(1) }],
        };

        Assert.Equal(["c", "y"], Flying(Look(reader, Of("x"), Edition("y", 0, shown: Now))));
        Assert.Equal(["c"], Flying(Look(reader with { MaxPerDay = 2 }, Of("x"), Of("y"))));
        Assert.Equal(["c", "x", "y"], Flying(Look(reader with { MaxPerDay = 4 }, Of("x"), Of("y"))));
    }

    [Fact]
    public void In_quiet_hours_the_newest_five_wait_for_their_end_and_count_when_they_are_told()
    {
        Announcement[] night = [.. Enumerable.Range(0, 7).Select(i => Edition($"n{i}", 0, shown: Some.Morning.AddMinutes(i)))];
        var waiting = Look(Reader.Of() with { QuietHours = Night, MaxPerDay = 3 }, night);

        Assert.Equal(["n2", "n3", "n4", "n5", "n6"], waiting.Waiting.Select(one => one.Article));
        Assert.All(waiting.Waiting, one => Assert.Equal((Some.Morning.AddHours(8), null), (one.NotBefore, one.InFlightUntil)));
        Assert.Same(waiting, Look(waiting, night[6]));

        var end = Some.Morning.AddHours(8);
        var told = Telling(end, [], night).Look(waiting);
        Assert.Equal(["n4", "n5", "n6"], told.Waiting.Select(one => one.Article));
        Assert.All(told.Waiting, one => Assert.True(one.IsInFlight(end)));
    }

    [Fact]
    public void What_is_no_news_at_the_end_of_the_quiet_hours_does_not_wait()
    {
        var reader = Reader.Of() with { QuietHours = Night };

        Assert.Same(reader, Look(reader, Edition("x", 0, until: Some.Morning.AddHours(8))));
    }

    [Fact]
    public void A_withdrawal_goes_at_once_to_whoever_was_told_and_to_nobody_else()
    {
        var told = Reader.Of(favourites: "topics/other") with { QuietHours = Night, MaxPerDay = 1, Told = [new Told("y", 0, Now), new Told("x", 0, Now)] };
        Assert.Equal(["x"], Flying(Look(told, Withdrawal("x"))));

        var untold = Reader.Of();
        Assert.Same(untold, Look(untold, Withdrawal("x")));
        var longAgo = untold with { Told = [new Told("x", 0, Now.AddHours(-48))] };
        Assert.Same(longAgo, Look(longAgo, Withdrawal("x")));
    }

    [Fact]
    public void A_withdrawal_takes_what_waits_with_it()
    {
        var waiting = Look(Reader.Of() with { QuietHours = Night }, Of("x"), Of("y"));

        Assert.Equal(["y"], Look(waiting, Withdrawal("x")).Waiting.Select(one => one.Article));
    }

    [Fact]
    public void A_withdrawal_waits_for_what_is_in_flight_and_follows_if_it_arrived()
    {
        var both = Look(Look(Reader.Of(), Of("x")), Withdrawal("x"));
        Assert.Equal([-1, 0], both.Waiting.Select(one => one.Edition).Order());

        var arrived = After(both, new PushOutcome.Delivered())!;
        Assert.Equal([-1], Telling(Now, [], Withdrawal("x")).Look(arrived).Waiting.Where(one => one.IsInFlight(Now)).Select(one => one.Edition));
        var failed = After(both, new PushOutcome.TryLater())!;
        Assert.Empty(Telling(ClaimEnd, [], Withdrawal("x")).Look(failed).Waiting);
    }

    [Fact]
    public void A_withdrawal_is_told_once_and_again_only_if_the_article_was_told_again()
    {
        var gone = Reader.Of() with { Told = [new Told("x", 0, Now), new Told("x", PushEdition.Withdrawal, Now)] };

        Assert.Same(gone, Look(gone, Withdrawal("x")));
        Assert.Same(gone, Look(gone, Of("x")));
        Assert.Equal(["x"], Flying(Look(gone, Edition("x", 2))));
        var again = gone with { Told = [.. gone.Told, new Told("x", 2, Now)] };
        Assert.Equal(["x"], Flying(Look(again, Withdrawal("x"))));
    }

    [Fact]
    public void What_there_is_nothing_to_tell_of_any_more_does_not_wait()
    {
        var waiting = Reader.Of() with { Waiting = [Wait("x", Now), Wait("later", Now.AddMinutes(1)), Wait("unread", Now)] };
        var telling = new Telling(new Dictionary<string, Announcement?>(StringComparer.Ordinal) { ["x"] = null }, [], FeedDefinitions.Empty, Now, ClaimEnd);

        Assert.Equal(["later", "unread"], telling.Look(waiting).Waiting.Select(one => one.Article));
    }

    [Fact]
    public void What_waits_for_a_favourite_that_was_given_up_is_not_told() =>
        Assert.Empty(Look(Reader.Of(favourites: "topics/c") with { Waiting = [Wait("x", Now)] }, [], Of("x", "topics/a")).Waiting);

    [Fact]
    public void A_delivery_is_remembered_and_ends_a_row_of_refusals()
    {
        var after = After(Look(Reader.Of() with { Refusals = 3 }, Of("x")), new PushOutcome.Delivered())!;

        Assert.Equal([new Told("x", 0, Now)], after.Told);
        Assert.Empty(after.Waiting);
        Assert.Equal(0, after.Refusals);
    }

    [Fact]
    public void A_subscription_that_has_ended_goes() =>
        Assert.Null(After(Look(Reader.Of(), Of("x")), new PushOutcome.Gone()));

    [Fact]
    public void Who_could_not_be_reached_is_tried_again_ever_later_until_it_is_no_news()
    {
        var news = Edition("x", 0, until: Now.AddMinutes(30));
        var reader = Look(Reader.Of(), news);
        List<double> delays = [];
        for (var now = Now; reader.Waiting is [var sent]; now = now.AddMinutes(delays[^1]))
        {
            reader = Settlement.After(reader, new SentMessage(reader.Endpoint, sent, news.Edition.Until, new PushOutcome.TryLater()), now)!;
            if (reader.Waiting is [var again])
            {
                delays.Add((again.NotBefore - now).TotalMinutes);
                reader = Telling(again.NotBefore, [], news).Look(reader);
            }
        }

        Assert.Equal([1, 5, 15], delays);
        Assert.Empty(reader.Told);
    }

    [Theory]
    [InlineData(10, 1)]
    [InlineData(120, 2)]
    public void A_service_that_asks_for_time_gets_it(int seconds, int minutes)
    {
        var after = After(Look(Reader.Of(), Of("x")), new PushOutcome.TryLater(TimeSpan.FromSeconds(seconds)))!;

        Assert.Equal(Now.AddMinutes(minutes), after.Waiting.Single().NotBefore);
        Assert.Same(after, Look(after, Of("x")));
    }

    [Fact]
    public void A_refused_message_is_not_sent_again_and_the_fifth_in_a_row_ends_the_subscription()
    {
        var reader = Reader.Of();
        for (var refusals = 1; refusals < PushSubscription.MaxRefusals; refusals++)
        {
            reader = After(Look(reader, Edition("x", refusals)), new PushOutcome.Refused(400))!;
            Assert.Equal(refusals, reader.Refusals);
            Assert.Same(reader, Look(reader, Edition("x", refusals)));
        }

        Assert.Null(After(Look(reader, Edition("x", 9)), new PushOutcome.TooLarge()));
    }

    private static Announcement Of(string article, params IReadOnlyList<string> feeds) => Edition(article, 0, feeds: feeds);

    private static Announcement Withdrawal(string article) => Edition(article, PushEdition.Withdrawal);

    private static Announcement Edition(
        string article, long number, DateTimeOffset? shown = null, DateTimeOffset? until = null, params IReadOnlyList<string> feeds) => new(
            article,
            new PushEdition(number, shown ?? Some.Morning, until ?? Some.Morning.AddHours(12)),
            (feeds.Count > 0 ? feeds : ["latest"]).ToHashSet(StringComparer.Ordinal),
            new Notification { Title = "Title", Navigate = new Uri("https://news.example/"), Tag = article },
            PushUrgency.Normal);

    private static Waiting Wait(string article, DateTimeOffset notBefore) => new(article, 0, Some.Morning, notBefore);

    private static PushSubscription Look(PushSubscription reader, params IReadOnlyList<Announcement> fresh) =>
        Look(reader, FeedDefinitions.Empty, fresh);

    private static PushSubscription Look(PushSubscription reader, FeedDefinitions definitions, params IReadOnlyList<Announcement> fresh) =>
        Telling(Now, [.. fresh.Select(one => one.Article)], definitions, fresh).Look(reader);

    private static PushSubscription Look(PushSubscription reader, IReadOnlyList<string> fresh, params IReadOnlyList<Announcement> found) =>
        Telling(Now, fresh, found).Look(reader);

    private static Telling Telling(DateTimeOffset now, IReadOnlyList<string> fresh, params IReadOnlyList<Announcement> found) =>
        Telling(now, fresh, FeedDefinitions.Empty, found);

    private static Telling Telling(DateTimeOffset now, IReadOnlyList<string> fresh, FeedDefinitions definitions, IReadOnlyList<Announcement> found) => new(
        found.ToDictionary(one => one.Article, one => (Announcement?)one, StringComparer.Ordinal), fresh, definitions, now, now.AddMinutes(10));

    private static PushSubscription? After(PushSubscription reader, PushOutcome outcome) => Settlement.After(
        reader,
        new SentMessage(reader.Endpoint, reader.Waiting.Single(one => one.IsInFlight(Now)), Some.Morning.AddHours(12), outcome),
        Now);

    private static IEnumerable<string> Flying(PushSubscription reader) =>
        reader.Waiting.Where(one => one.IsInFlight(Now)).Select(one => one.Article).Order(StringComparer.Ordinal);
}
