using CsCheck;
using Newswire.Feeds;
using Newswire.Feeds.Definitions;
using Newswire.TestKit;

namespace Newswire.Tests.Feeds.Definitions;

public sealed class NameConflictsTests
{
    private static readonly string[] Names = ["topics/a", "topics/b", "topics/c", "x", "y", "z"];

    private static readonly Gen<FeedDefinition> Definition =
        from name in Gen.OneOf([.. Names.Select(name => Gen.Const(name))])
        from one in Gen.Int[0, 7]
        from other in Gen.Int[0, 7]
        from former in Gen.Int[0, 63]
        from fewer in Gen.Int[0, 63]
        from retired in Gen.Frequency((5, Gen.Const(false)), (1, Gen.Const(true)))
        select new FeedDefinition
        {
            Name = name,
            Aliases = In(["a", "b", "c"], one & other),
            FormerNames = [.. In(Names, former & fewer).Where(claimed => claimed != name)],
            Retired = retired,
        };

    [Fact]
    public void What_is_let_through_one_by_one_does_not_turn_round_when_any_feed_is_edited_again() =>
        Definition.Array[1, 10].Sample(definitions =>
        {
            var all = FeedDefinitions.Empty;
            foreach (var (minute, definition) in definitions.Index())
            {
                // A name that has moved cannot be retired, and a retired feed keeps what was said of it.
                var given = definition.Retired
                    ? (all.Find(definition.Name) ?? new() { Name = definition.Name }) with { Retired = true }
                    : definition;
                if (given.Retired ? all.IsLive(given.Name) : NameConflicts.Of(all, [given]).Count == 0)
                {
                    all = all.With(given, Some.Morning.AddMinutes(minute));
                }
            }

            foreach (var definition in all.ByName.Values.Select(feed => feed.Definition)
                .Where(definition => all.IsLive(definition.Name)))
            {
                Assert.Empty(NameConflicts.Of(all, [definition]));
                var edited = all.With(definition with { Title = "Edited" }, Some.Morning.AddDays(1));
                Assert.Equal(all.Moved, edited.Moved);
                Assert.Equal(all.Retired, edited.Retired);
            }
        },
        iter: 5_000);

    [Fact]
    public void Definitions_given_together_may_not_claim_each_other_s_names()
    {
        var faults = NameConflicts.Of(FeedDefinitions.Empty,
        [
            new() { Name = "a" },
            new() { Name = "b", FormerNames = ["a", "old"] },
            new() { Name = "c", FormerNames = ["old"] },
        ]);

        Assert.Equal(
            [(0, "/name"), (1, "/formerNames"), (1, "/formerNames"), (2, "/formerNames")],
            faults.Select(fault => (fault.Index, fault.Fault.Pointer)));
    }

    [Fact]
    public void A_file_may_rename_a_feed_that_is_in_force()
    {
        var inForce = FeedDefinitions.Empty.With(new() { Name = "a" }, Some.Morning);

        Assert.Empty(NameConflicts.Of(inForce, [new() { Name = "b", FormerNames = ["a"] }, new() { Name = "c" }]));
    }

    private static IReadOnlyList<string> In(IReadOnlyList<string> items, int set) =>
        [.. items.Where((_, i) => (set & (1 << i)) != 0)];
}
