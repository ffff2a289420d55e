using Newswire.Catalog;
using Newswire.Projection;
using Newswire.TestKit;
using Newswire.WebPush.Notifying;

namespace Newswire.Tests.WebPush.Notifying;

/// <summary>What there is to tell of an article, by its history.</summary>
public sealed class PushEditionTests
{
    private static readonly DateTimeOffset Nine = Some.Morning;

    [Fact]
    public void A_first_publication_is_told_and_its_edits_are_not()
    {
        Assert.Equal(0, NumberAt(Nine.AddMinutes(5), Version(1)));
        Assert.Equal(0, NumberAt(Nine.AddHours(1), Version(1), Version(2, minutes: 30)));
        Assert.Equal(0, NumberAt(Nine.AddHours(1), Version(7), Version(8, minutes: 30, notify: false)));
    }

    [Fact]
    public void A_first_publication_that_is_not_to_be_told_stays_untold_when_it_is_edited()
    {
        Assert.Null(NumberAt(Nine.AddMinutes(5), Version(1, notify: false)));
        Assert.Null(NumberAt(Nine.AddHours(1), Version(1, notify: false), Version(2, minutes: 30)));
        Assert.Equal(2, NumberAt(Nine.AddHours(1), Version(1, notify: false), Version(2, minutes: 30, notify: true)));
    }

    [Fact]
    public void A_first_version_that_says_so_twice_is_still_the_first_publication() =>
        Assert.Equal(0, NumberAt(Nine.AddMinutes(5), Version(1, notify: true)));

    [Fact]
    public void An_edit_that_is_to_be_told_is_an_edition_and_a_later_edit_does_not_take_it_back()
    {
        Assert.Equal(2, NumberAt(Nine.AddHours(1), Version(1), Version(2, minutes: 30, notify: true)));
        Assert.Equal(2, NumberAt(Nine.AddHours(1), Version(1), Version(2, minutes: 30, notify: true), Version(3, minutes: 40)));
        Assert.Equal(3, NumberAt(Nine.AddHours(1), Version(1), Version(2, minutes: 30, notify: true), Version(3, minutes: 40, notify: true)));
    }

    [Fact]
    public void An_edit_of_an_old_article_is_told_by_its_own_age()
    {
        IReadOnlyList<Change> history = [Version(1), Version(2, minutes: 72 * 60, notify: true)];

        Assert.Equal(2, NumberAt(Nine.AddHours(73), history));
        Assert.Null(NumberAt(Nine.AddHours(72 + 13), history));
    }

    [Fact]
    public void A_version_that_nobody_could_see_is_no_edition()
    {
        // Both come out of the embargo at once, and only the newer is seen.
        var noon = Nine.AddHours(3);
        Assert.Equal(0, NumberAt(noon, Version(1) with { Embargo = noon }, Version(2, minutes: 1, notify: true) with { Embargo = noon }));
        Assert.Equal(0, NumberAt(noon.AddHours(1), Version(1), Version(2, minutes: 1, notify: true) with { Embargo = noon }, Version(3, minutes: 2) with { Embargo = noon }));
    }

    [Fact]
    public void What_is_under_embargo_is_told_when_it_is_released()
    {
        var noon = Nine.AddHours(3);
        IReadOnlyList<Change> history = [Version(1) with { Embargo = noon }];

        Assert.Null(NumberAt(noon.AddTicks(-1), history));
        Assert.Equal(new PushEdition(0, noon, noon.AddHours(12)), Fold(history, noon));
    }

    [Theory]
    [InlineData(Priority.High, 4)]
    [InlineData(Priority.Normal, 12)]
    [InlineData(Priority.Low, 24)]
    public void The_more_it_presses_the_sooner_it_is_no_news(Priority priority, int hours)
    {
        IReadOnlyList<Change> history = [Version(1) with { Priority = priority, Received = Nine }];

        Assert.Equal(Nine.AddHours(hours), Fold(history, Nine)!.Until);
        Assert.Equal(0, NumberAt(Nine.AddHours(hours).AddTicks(-1), history));
        Assert.Null(NumberAt(Nine.AddHours(hours), history));
    }

    [Fact]
    public void An_archive_that_is_imported_now_tells_nothing()
    {
        Assert.Null(NumberAt(Nine.AddMinutes(1), Version(1) with { Published = Nine.AddDays(-1) }));
        Assert.Equal(0, NumberAt(Nine.AddMinutes(1), Version(1) with { Published = Nine.AddHours(-23) }));
        Assert.Null(NumberAt(
            Nine.AddMinutes(9),
            Version(1) with { Published = Nine.AddYears(-3) },
            Version(2, minutes: 1, notify: true) with { Published = Nine.AddYears(-3), Updated = Nine.AddYears(-2) }));
    }

    [Fact]
    public void What_goes_is_an_edition_for_a_day_whether_it_is_withdrawn_erased_or_expired()
    {
        var ten = Nine.AddHours(1);
        Change[] ends =
        [
            Some.Withdraw(received: ten),
            Some.Withdraw(throughVersion: 5, received: ten),
            new Change.EraseArticle { ArticleId = "harbour-bridge", Received = ten, Feeds = ["latest"] },
        ];
        foreach (var end in ends)
        {
            Assert.Equal(new PushEdition(PushEdition.Withdrawal, ten, ten.AddDays(1)), Fold([Version(1), end], ten));
            Assert.Null(NumberAt(ten.AddDays(1), Version(1), end));
        }

        Assert.Equal(PushEdition.Withdrawal, NumberAt(ten, Version(1) with { Expires = ten }));
    }

    [Fact]
    public void What_never_was_there_is_nothing_to_tell()
    {
        Assert.Null(NumberAt(Nine, Some.Withdraw(received: Nine)));
        Assert.Null(NumberAt(Nine.AddHours(2), Version(1) with { Embargo = Nine.AddHours(3) }, Some.Withdraw(received: Nine.AddHours(1))));
    }

    [Fact]
    public void What_comes_back_is_the_first_publication_unless_the_newsroom_tells_of_it()
    {
        IReadOnlyList<Change> gone = [Version(1), Some.Withdraw(throughVersion: 1, received: Nine.AddMinutes(10))];

        Assert.Equal(0, NumberAt(Nine.AddHours(1), [.. gone, Version(2, minutes: 20)]));
        Assert.Equal(2, NumberAt(Nine.AddHours(1), [.. gone, Version(2, minutes: 20, notify: true)]));
    }

    [Fact]
    public void No_order_and_no_repetition_of_the_changes_makes_another_edition()
    {
        IReadOnlyList<Change> changes =
            [Version(1), Version(2, minutes: 10, notify: true), Version(3, minutes: 20), Some.Withdraw(throughVersion: 1, received: Nine.AddMinutes(5))];
        for (var set = 1; set < 1 << changes.Count; set++)
        {
            var subset = changes.Where((_, i) => (set & (1 << i)) != 0).ToList();
            var expected = Fold(subset, Nine.AddHours(1));
            foreach (var order in Permutations.Of(subset))
            {
                Assert.Equal(expected, Fold([.. order, .. order], Nine.AddHours(1)));
            }
        }
    }

    private static long? NumberAt(DateTimeOffset now, params IReadOnlyList<Change> changes) => Fold(changes, now)?.Number;

    private static PushEdition? Fold(IReadOnlyList<Change> changes, DateTimeOffset now) => PushEdition.Of(
        changes.Aggregate(
            (ArticleView?)null,
            (view, change) => ArticleFold.Apply(view, new RecordedChange(change, Position.Start, Position.Start)))!,
        now);

    private static Change.Publish Version(long number, int minutes = 0, bool? notify = null) =>
        Some.Publish(version: number, received: Nine.AddMinutes(minutes), article: Some.Article($"Version {number}")) with { Notify = notify };
}
