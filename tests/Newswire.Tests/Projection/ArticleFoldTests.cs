using System.Text.Json;
using CsCheck;
using Newswire.Catalog;
using Newswire.Projection;
using Newswire.TestKit;

namespace Newswire.Tests.Projection;

public sealed class ArticleFoldTests
{
    private static readonly DateTimeOffset Now = Some.Morning.AddDays(1);

    private static readonly IReadOnlyList<Change> Changes =
    [
        Some.Publish(version: 1, article: Some.Article("A")),
        Some.Publish(version: 2, article: Some.Article("B"), published: Some.Morning.AddMinutes(1)),
        Some.Publish(version: 3, article: Some.Article("A"), updated: Some.Morning.AddHours(3)),
        Some.Publish(version: 4, article: Some.Article("A"), updated: Some.Morning.AddHours(4)),
        Some.Withdraw(throughVersion: 3),
        Some.Withdraw(received: Some.Morning.AddMinutes(2)),
        Some.Publish(version: 4, article: Some.Article("C"), received: Some.Morning.AddMinutes(4)) with { Notify = true },
    ];

    [Fact]
    public void Every_order_of_every_subset_gives_the_same_state()
    {
        for (var set = 1; set < 1 << Changes.Count; set++)
        {
            var subset = Changes.Where((_, i) => (set & (1 << i)) != 0).ToList();
            var expected = State(subset);
            foreach (var permutation in Permutations.Of(subset))
            {
                Assert.Equal(expected, State(permutation));
            }
        }
    }

    [Fact]
    public void Any_repetition_gives_the_same_state() =>
        Gen.Int[0, Changes.Count - 1].Array[1, 20].Sample(picks =>
            State(picks.Select(i => Changes[i])) == State(picks.Distinct().Order().Select(i => Changes[i])));

    [Fact]
    public void The_newer_version_shows_whichever_arrives_first()
    {
        var view = Fold(Changes[1], Changes[0]);
        Assert.Equal("B", Visible(view).Article.Headline);
    }

    [Fact]
    public void Publication_is_the_date_of_the_oldest_version_even_when_it_arrives_last() =>
        Assert.Equal(Some.Morning, Fold(Changes[1], Changes[0]).Published);

    [Fact]
    public void Repeating_the_content_moves_no_date()
    {
        Assert.Equal(Some.Morning.AddHours(3), Visible(Fold(Changes[1], Changes[2], Changes[3])).Updated);
        Assert.Equal(Some.Morning.AddHours(3), Visible(Fold(Changes[3], Changes[1], Changes[2])).Updated);
    }

    [Fact]
    public void Repeating_the_content_a_thousand_times_moves_no_date()
    {
        var repeated = Enumerable.Range(1, 1000)
            .Select(i => Some.Publish(version: i, updated: Some.Morning.AddHours(i), article: Some.Article("A")));
        var view = Fold([.. repeated]);
        Assert.Equal(Some.Morning.AddHours(1), Visible(view).Updated);
        Assert.Equal(ArticleView.MaxVersions, view.Versions.Count);
    }

    [Fact]
    public void A_thousand_different_versions_leave_the_newest_ones()
    {
        var versions = Enumerable.Range(1, 1000).Select(i => Some.Publish(version: i, article: Some.Article($"{i}")));
        var view = Fold([.. versions]);
        Assert.Equal("1000", Visible(view).Article.Headline);
        Assert.Equal(1000 - ArticleView.MaxVersions + 1, view.Versions[0].Key.Version);
        Assert.Equal(1, view.First!.Key.Version);
    }

    [Fact]
    public void An_edit_without_a_date_counts_from_its_receipt_and_the_first_version_from_its_publication()
    {
        Assert.Equal(Some.Morning, Visible(Fold(Changes[0])).Updated);
        Assert.Equal(Changes[1].Received, Visible(Fold(Changes[0], Changes[1])).Updated);
    }

    [Fact]
    public void A_withdrawal_without_a_version_takes_back_what_was_received_before_it_only()
    {
        Assert.False(Fold(Some.Publish(version: 1), Some.Withdraw(received: Some.Morning.AddMinutes(1))).At(Now) is ArticleState.Visible);
        Assert.True(Fold(Some.Publish(version: 2), Some.Withdraw(received: Some.Morning.AddMinutes(1))).At(Now) is ArticleState.Visible);
    }

    [Fact]
    public void A_withdrawal_of_a_version_spares_the_next()
    {
        Assert.False(Fold(Some.Publish(version: 3), Some.Withdraw(throughVersion: 3)).At(Now) is ArticleState.Visible);
        Assert.True(Fold(Some.Withdraw(throughVersion: 3), Some.Publish(version: 4)).At(Now) is ArticleState.Visible);
    }

    [Fact]
    public void What_is_said_of_notifications_shows_with_its_version_and_goes_with_an_erasure()
    {
        var said = Some.Publish(version: 2) with { Priority = Priority.High, Notify = true };

        Assert.Equal((Priority.High, true), Said(Fold(Some.Publish(version: 1), said)));
        Assert.Equal((Priority.Normal, null), Said(Fold(said, Some.Publish(version: 3))));
        var erased = Fold(said, new Change.EraseArticle { ArticleId = said.ArticleId, Received = Some.Morning.AddHours(1), Feeds = [] });
        Assert.Equal((Priority.Normal, null), (erased.Newest!.Priority, erased.Newest.Notify));

        static (Priority, bool?) Said(ArticleView view) => (Visible(view).Priority, Visible(view).Notify);
    }

    [Fact]
    public void Versions_that_differ_in_nothing_but_what_is_said_of_notifications_have_an_order()
    {
        Change[] changes =
        [
            Some.Publish(version: 1), Some.Publish(version: 1) with { Notify = false }, Some.Publish(version: 1) with { Notify = true },
            Some.Publish(version: 1) with { Priority = Priority.Low }, Some.Publish(version: 1) with { Priority = Priority.High },
        ];
        Assert.Single(Permutations.Of(changes).Select(State).Distinct());
    }

    [Fact]
    public void A_withdrawal_of_an_unknown_article_is_remembered() =>
        Assert.Equal(1, Fold(Some.Withdraw(throughVersion: 1)).WithdrawnThroughVersion);

    private static ArticleView Fold(params IReadOnlyList<Change> changes) =>
        changes.Aggregate(
            (ArticleView?)null,
            (view, change) => ArticleFold.Apply(view, new RecordedChange(change, Position.Start, Position.Start)))!;

    private static ArticleState.Visible Visible(ArticleView view) => Assert.IsType<ArticleState.Visible>(view.At(Now));

    /// <summary>All of the state but how far the catalog was read.</summary>
    private static string State(IEnumerable<Change> changes)
    {
        var view = Fold([.. changes]) with { Reflects = Position.Start };
        return JsonSerializer.Serialize(view, StateJson.Compact.ArticleView) + view.At(Now);
    }
}
