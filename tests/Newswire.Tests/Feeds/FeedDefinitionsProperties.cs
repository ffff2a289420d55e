using System.Text.Json;
using CsCheck;
using Newswire.Articles;
using Newswire.Feeds;
using Newswire.Projection;
using Newswire.TestKit;

namespace Newswire.Tests.Feeds;

/// <summary>What holds of definitions whatever a newsroom, or several at once, say.</summary>
public sealed class FeedDefinitionsProperties
{
    private static readonly string[] Topics = ["A", "B", "C"];

    private static readonly string[] Names = ["topics/a", "topics/b", "topics/c", "latest", "x", "y"];

    private static readonly Gen<(FeedDefinition Definition, int Minute)> Definition =
        from name in Gen.OneOf([.. Names.Select(name => Gen.Const(name))])
        from aliases in Subset(Topics)
        from former in Subset(Names)
        from topics in Subset(Topics)
        from retired in Gen.Frequency((4, Gen.Const(false)), (1, Gen.Const(true)))
        from title in Gen.Int[0, 2].Select(i => i == 0 ? null : $"Title {i}")
        from minute in Gen.Int[0, 3]
        select (
            new FeedDefinition
            {
                Name = name,
                Title = title,
                Aliases = aliases,
                FormerNames = former,
                Retired = retired,
                Selection = new FeedSelection { AnyTopic = topics },
            },
            minute);

    private static readonly Gen<(FeedDefinition Definition, int Minute)[]> Definitions = Definition.Array[0, 7];

    [Fact]
    public void Order_and_repetition_of_definitions_do_not_matter() =>
        Gen.Select(Definitions, Gen.Int[0, 1000]).Sample((definitions, seed) =>
        {
            var shuffled = definitions.Concat(definitions.Where((_, i) => (seed >> (i % 10) & 1) == 0)).Index()
                .OrderBy(pair => (pair.Index + 1) * (seed + 1) % 97);
            Assert.Equal(Text(All(definitions)), Text(All(shuffled.Select(pair => pair.Item))));
        });

    [Fact]
    public void A_name_is_live_or_moved_or_retired_and_never_two() => Definitions.Sample(definitions =>
    {
        var all = All(definitions);
        Assert.Empty(all.Moved.Keys.Intersect(all.Retired, StringComparer.Ordinal));
        Assert.All(all.Moved, move =>
        {
            Assert.NotEqual(move.Key, move.Value);
            Assert.Null(all.MovedTo(move.Value));
            Assert.False(all.IsRetired(move.Value));
            Assert.NotNull(all.Find(move.Value));
        });
        foreach (var article in Articles())
        {
            var feeds = all.Selecting(article, "en");
            Assert.Distinct(feeds, StringComparer.Ordinal);
            Assert.All(feeds, feed => Assert.True(all.MovedTo(feed) is null && !all.IsRetired(feed), feed));
        }
    });

    [Fact]
    public void Feeds_that_are_not_derived_anew_carry_the_same_articles() =>
        Gen.Select(Definitions, Definitions).Sample((one, other) =>
        {
            FeedDefinitions before = All(one), after = All([.. one, .. other]);
            var anew = after.DerivedAnew(before);
            foreach (var article in Articles())
            {
                Assert.Empty(after.Selecting(article, "en").Except([.. before.Selecting(article, "en"), .. anew], StringComparer.Ordinal));
            }
        });

    [Fact]
    public void Every_set_of_three_definitions_comes_to_what_saying_them_one_after_the_other_means()
    {
        string[] names = ["topics/a", "topics/b", "x"];
        List<FeedDefinition> pool =
        [
            .. from name in names
               from claims in Enumerable.Range(0, 1 << names.Length)
               from retired in new[] { false, true }
               select new FeedDefinition { Name = name, FormerNames = In(names, claims), Retired = retired },
        ];
        foreach (var first in pool)
        {
            foreach (var second in pool)
            {
                foreach (var third in pool)
                {
                    AssertIsLastSaid([first, second, third], names);
                }
            }
        }
    }

    /// <summary>The meaning by the simplest means: what is said later overwrites what was said of the same name.</summary>
    private static void AssertIsLastSaid(IReadOnlyList<FeedDefinition> said, IReadOnlyList<string> names)
    {
        Dictionary<string, string> owner = new(StringComparer.Ordinal);
        foreach (var definition in said.Where((definition, i) => said.Skip(i + 1).All(later => later.Name != definition.Name)))
        {
            foreach (var name in definition.FormerNames.Append(definition.Name))
            {
                owner[name] = definition.Name;
            }
        }

        var all = All(said.Select((definition, i) => (definition, i)));
        foreach (var name in names)
        {
            var end = name;
            while (owner.TryGetValue(end, out var next) && next != end)
            {
                end = next;
            }

            var retired = all.Find(end)?.Retired == true;
            Assert.Equal(retired, all.IsRetired(name));
            Assert.Equal(end == name || retired ? null : end, all.MovedTo(name));
        }
    }

    private static IEnumerable<Article> Articles() =>
        Enumerable.Range(0, 1 << Topics.Length).Select(set => Some.Article(topics: In(Topics, set), authors: []));

    private static FeedDefinitions All(IEnumerable<(FeedDefinition Definition, int Minute)> definitions) =>
        definitions.Aggregate(
            FeedDefinitions.Empty, (all, next) => all.With(next.Definition, Some.Morning.AddMinutes(next.Minute)));

    private static string Text(FeedDefinitions definitions) =>
        JsonSerializer.Serialize(definitions, StateJson.Compact.FeedDefinitions);

    private static Gen<IReadOnlyList<string>> Subset(IReadOnlyList<string> items) =>
        Gen.Int[0, (1 << items.Count) - 1].Select(Gen.Int[0, (1 << items.Count) - 1], (one, other) => In(items, one & other));

    private static IReadOnlyList<string> In(IReadOnlyList<string> items, int set) =>
        [.. items.Where((_, i) => (set & (1 << i)) != 0)];
}
