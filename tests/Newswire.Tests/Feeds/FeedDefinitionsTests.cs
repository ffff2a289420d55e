using System.Text.Json;
using Newswire.Articles;
using Newswire.Feeds;
using Newswire.Projection;
using Newswire.TestKit;

namespace Newswire.Tests.Feeds;

public sealed class FeedDefinitionsTests
{
    [Fact]
    public void Without_definitions_an_article_is_in_the_feeds_its_topics_and_authors_name() => Assert.Equal(
        ["latest", "topics/crime", "topics/uk-news", "authors/ada-okafor"],
        Selecting(FeedDefinitions.Empty, Some.Article(topics: ["Crime", "UK News", "crime"], authors: ["Ada Okafor"])));

    [Fact]
    public void A_feed_without_conditions_carries_every_article() =>
        Assert.Contains("front-page", Selecting(Defined(new FeedDefinition { Name = "front-page" }), Some.Article(topics: [], authors: [])));

    [Theory]
    [InlineData("UK News", true)]
    [InlineData("uk news,Sport", true)]
    [InlineData("Sport", true)]
    [InlineData("Weather", false)]
    [InlineData("", false)]
    public void Any_topic_takes_an_article_that_has_one_of_them(string topics, bool selected) =>
        AssertSelects(new() { AnyTopic = ["UK news", "Sport"] }, Topics(topics), selected);

    [Theory]
    [InlineData("UK News,Sport,Weather", true)]
    [InlineData("UK News", false)]
    [InlineData("", false)]
    public void All_topics_take_an_article_that_has_every_one(string topics, bool selected) =>
        AssertSelects(new() { AllTopics = ["Sport", "UK News"] }, Topics(topics), selected);

    [Theory]
    [InlineData("UK News", true)]
    [InlineData("", true)]
    [InlineData("UK News,Sport", false)]
    public void No_topic_refuses_an_article_that_has_one_of_them(string topics, bool selected) =>
        AssertSelects(new() { NoTopic = ["Sport", "Weather"] }, Topics(topics), selected);

    [Theory]
    [InlineData("Ada Okafor", true)]
    [InlineData("ada okafor", true)]
    [InlineData("Mei Tanaka", false)]
    public void Authors_take_the_articles_of_one_of_them(string author, bool selected) =>
        AssertSelects(new() { Authors = ["Ada Okafor", "Jo Bell"] }, Some.Article(authors: ["Someone", author]), selected);

    [Theory]
    [InlineData("Home", true)]
    [InlineData("HOME", true)]
    [InlineData("Away", false)]
    [InlineData(null, false)]
    public void Sections_take_the_articles_that_stand_in_one_of_them(string? section, bool selected) =>
        AssertSelects(new() { Sections = ["Home", "Abroad"] }, Some.Article() with { Section = section }, selected);

    [Theory]
    [InlineData("en", "en", true)]
    [InlineData("en", "EN-gb", true)]
    [InlineData("en-GB", "en-GB", true)]
    [InlineData("en-GB", "en", false)]
    [InlineData("en", "enm", false)]
    [InlineData("*", "cy", true)]
    [InlineData("en", null, true)]
    [InlineData("cy", null, false)]
    public void Languages_are_ranges_of_RFC_4647_and_an_article_without_one_has_the_publication_s(
        string range, string? language, bool selected) =>
        AssertSelects(new() { Languages = ["fr", range] }, Some.Article(language: language), selected);

    [Fact]
    public void Every_condition_must_hold()
    {
        var selection = new FeedSelection { AnyTopic = ["Crime"], Authors = ["Ada"], Sections = ["Home"], Languages = ["en"] };
        var article = Some.Article(topics: ["Crime"], authors: ["Ada"]) with { Section = "Home" };

        AssertSelects(selection, article, selected: true);
        AssertSelects(selection, article with { Topics = [] }, selected: false);
        AssertSelects(selection, article with { Authors = [] }, selected: false);
        AssertSelects(selection, article with { Section = null }, selected: false);
        AssertSelects(selection, article with { Language = "cy" }, selected: false);
    }

    [Fact]
    public void Defined_feeds_come_last_and_by_name() => Assert.Equal(
        ["latest", "topics/crime", "authors/ada", "a", "z"],
        Selecting(
            Defined(new FeedDefinition { Name = "z" }, new() { Name = "a", Selection = new() { AnyTopic = ["Crime"] } }),
            Some.Article(topics: ["Crime"], authors: ["Ada"])));

    [Fact]
    public void A_definition_of_a_topic_s_feed_does_not_change_what_it_carries()
    {
        var definitions = Defined(new FeedDefinition { Name = "topics/crime", Selection = new() { AnyTopic = ["Sport"] } });

        Assert.Equal(["latest", "topics/sport"], Selecting(definitions, Some.Article(topics: ["Sport"], authors: [])));
        Assert.Equal(["latest", "topics/crime"], Selecting(definitions, Some.Article(topics: ["Crime"], authors: [])));
    }

    [Fact]
    public void A_topic_renamed_in_the_CMS_stays_one_feed()
    {
        var definitions = Defined(new FeedDefinition { Name = "topics/uk-news", Aliases = ["Britain", "UK NEWS"] });

        Assert.Equal(["latest", "topics/uk-news"], Selecting(definitions, Some.Article(topics: ["Britain", "UK News"], authors: [])));
        Assert.Equal("topics/uk-news", definitions.MovedTo("topics/britain"));
        Assert.Null(definitions.MovedTo("topics/uk-news"));
        Assert.Null(definitions.MovedTo("authors/britain"));
    }

    [Fact]
    public void A_selection_knows_a_topic_by_all_its_names()
    {
        var definitions = Defined(
            new() { Name = "topics/uk-news", Aliases = ["Britain"] },
            new() { Name = "home", Selection = new() { AnyTopic = ["UK News"] } },
            new() { Name = "old-home", Selection = new() { AllTopics = ["Britain"] } },
            new() { Name = "abroad", Selection = new() { NoTopic = ["Britain"] } });

        foreach (var topic in (string[])["Britain", "UK News"])
        {
            Assert.Equal(
                ["latest", "topics/uk-news", "home", "old-home"],
                Selecting(definitions, Some.Article(topics: [topic], authors: [])));
        }
    }

    [Fact]
    public void A_selection_still_knows_a_topic_whose_feed_is_retired_or_renamed()
    {
        var definitions = Defined(
            new() { Name = "topics/crime", Retired = true },
            new() { Name = "courts", FormerNames = ["topics/trials"], Selection = new() { AnyTopic = ["Crime", "Trials"] } });

        Assert.Equal(["latest", "courts"], Selecting(definitions, Some.Article(topics: ["Crime"], authors: [])));
        Assert.Equal(["latest", "courts"], Selecting(definitions, Some.Article(topics: ["Trials"], authors: [])));
    }

    [Fact]
    public void A_renamed_feed_has_one_name_and_the_old_ones_lead_to_it()
    {
        var definitions = Defined(
            new() { Name = "front" },
            new() { Name = "front-page", FormerNames = ["front"] },
            new() { Name = "top", FormerNames = ["front-page", "start"] });

        Assert.Equal(["latest", "top"], Selecting(definitions, Some.Article(topics: [], authors: [])));
        Assert.Equal(["front", "front-page", "start"], definitions.Moved.Keys);
        Assert.All(definitions.Moved.Values, name => Assert.Equal("top", name));
    }

    [Fact]
    public void A_feed_renamed_back_has_its_first_name_again()
    {
        var definitions = Defined(
            new() { Name = "front" },
            new() { Name = "top", FormerNames = ["front"] },
            new() { Name = "front", FormerNames = ["top"] });

        Assert.Equal(["latest", "front"], Selecting(definitions, Some.Article(topics: [], authors: [])));
        Assert.Equal("front", definitions.MovedTo("top"));
        Assert.Null(definitions.MovedTo("front"));
    }

    [Fact]
    public void A_retired_feed_carries_nothing_until_it_is_defined_again()
    {
        var retired = Defined(new FeedDefinition { Name = "front", FormerNames = ["start"] }, new() { Name = "front", FormerNames = ["start"], Retired = true });

        Assert.Equal(["latest"], Selecting(retired, Some.Article(topics: [], authors: [])));
        Assert.Equal(["front", "start"], retired.Retired);
        Assert.Empty(retired.Moved);

        var back = retired.With(new() { Name = "front" }, Some.Morning.AddDays(1));
        Assert.Equal(["latest", "front"], Selecting(back, Some.Article(topics: [], authors: [])));
        Assert.Empty(back.Retired);
    }

    [Fact]
    public void An_automatic_feed_can_be_retired() => Assert.Equal(
        ["topics/sport"],
        Selecting(
            Defined(new FeedDefinition { Name = "latest", Retired = true }, new() { Name = "topics/crime", Retired = true }),
            Some.Article(topics: ["Crime", "Sport"], authors: [])));

    [Fact]
    public void Of_two_feeds_that_claim_a_name_the_later_definition_has_it_and_at_one_instant_the_first_by_name()
    {
        FeedDefinition a = new() { Name = "topics/a", Aliases = ["x"] }, b = new() { Name = "topics/b", Aliases = ["X"] };

        Assert.Equal("topics/b", Defined(a, b).MovedTo("topics/x"));
        Assert.Equal("topics/a", Defined(b, a).MovedTo("topics/x"));
        Assert.Equal("topics/a", FeedDefinitions.Empty.With(b, Some.Morning).With(a, Some.Morning).MovedTo("topics/x"));
    }

    [Fact]
    public void The_title_is_the_defined_one_or_the_feed_s_own_spelling_before_that_of_an_alias()
    {
        var definitions = Defined(new FeedDefinition { Name = "topics/uk-news", Aliases = ["Britain"] }, new() { Name = "top", Title = "Top stories" });
        Article britain = Some.Article(topics: ["BRITAIN"]), ukNews = Some.Article(topics: ["UK news"], authors: ["Ada OKAFOR"]);

        Assert.Equal("UK news", definitions.Title("topics/uk-news", [britain, ukNews]));
        Assert.Equal("BRITAIN", definitions.Title("topics/uk-news", [britain]));
        Assert.Equal("uk-news", definitions.Title("topics/uk-news", []));
        Assert.Equal("Ada OKAFOR", definitions.Title("authors/ada-okafor", [ukNews]));
        Assert.Equal("Top stories", definitions.Title("top", [ukNews]));
        Assert.Equal("east", definitions.Title("regions/east", [ukNews]));
        Assert.Equal("Latest", definitions.Title("latest", [ukNews]));
    }

    [Fact]
    public void Feeds_whose_articles_may_be_others_are_derived_anew_and_those_of_other_looks_are_not()
    {
        var before = Defined(
            new() { Name = "home", Selection = new() { AnyTopic = ["UK News"] } },
            new() { Name = "sport", Selection = new() { AnyTopic = ["Sport"] } },
            new() { Name = "topics/gone", Retired = true });

        Assert.Equal(["home"], before.DerivedAnew(FeedDefinitions.Empty.With(before.Find("sport")!, Some.Morning)));
        Assert.Empty(With(before, new() { Name = "sport", Title = "Sports", Selection = new() { AnyTopic = ["SPORT"] } }).DerivedAnew(before));
        Assert.Empty(With(before, new() { Name = "topics/crime", Title = "Crime" }).DerivedAnew(before));
        Assert.Equal(["sport"], With(before, new() { Name = "sport", Selection = new() { AllTopics = ["Sport"] } }).DerivedAnew(before));
        Assert.Equal(["sport"], With(before, new() { Name = "sport" }).DerivedAnew(before));
        Assert.Equal(["home", "topics/uk-news"], With(before, new() { Name = "topics/uk-news", Aliases = ["Britain"] }).DerivedAnew(before));
        Assert.Equal(["topics/gone"], With(before, new() { Name = "topics/gone" }).DerivedAnew(before));
        Assert.Empty(With(before, new() { Name = "sport", Retired = true }).DerivedAnew(before));
        Assert.Equal(["sports"], With(before, new() { Name = "sports", FormerNames = ["sport"] }).DerivedAnew(before));
    }

    [Fact]
    public void What_changes_nothing_gives_the_same_object()
    {
        var definition = new FeedDefinition { Name = "front", FormerNames = ["start"] };
        var definitions = Defined(definition);

        Assert.Same(definitions, definitions.With(definition with { FormerNames = ["start"] }, definitions.ByName["front"].Received));
        Assert.Same(definitions, definitions.With(definition with { Title = "Old" }, Some.Morning.AddDays(-1)));
    }

    [Fact]
    public void The_stored_form_reads_back_and_depends_on_the_content_only()
    {
        var one = Defined(new FeedDefinition { Name = "b", Selection = new() { AnyTopic = ["Crime"] }, MinHours = 4 }, new() { Name = "a" });
        var bytes = JsonSerializer.SerializeToUtf8Bytes(one, StateJson.Compact.FeedDefinitions);
        var read = JsonSerializer.Deserialize(bytes, StateJson.Compact.FeedDefinitions)!;
        var other = FeedDefinitions.Empty
            .With(one.Find("a")!, one.ByName["a"].Received).With(one.Find("b")!, one.ByName["b"].Received);

        Assert.Equal(bytes, JsonSerializer.SerializeToUtf8Bytes(read, StateJson.Compact.FeedDefinitions));
        Assert.Equal(bytes, JsonSerializer.SerializeToUtf8Bytes(other, StateJson.Compact.FeedDefinitions));
        Assert.Equal(["Crime"], read.Find("b")!.Selection!.AnyTopic);
        Assert.Equal(4, read.Find("b")!.MinHours);
    }

    private static Article Topics(string topics) =>
        Some.Article(topics: topics.Split(',', StringSplitOptions.RemoveEmptyEntries), authors: []);

    private static void AssertSelects(FeedSelection selection, Article article, bool selected) => Assert.Equal(
        selected,
        Selecting(Defined(new FeedDefinition { Name = "feed", Selection = selection }), article).Contains("feed"));

    private static IReadOnlyList<string> Selecting(FeedDefinitions definitions, Article article) =>
        definitions.Selecting(article, "en-GB");

    private static FeedDefinitions With(FeedDefinitions definitions, FeedDefinition definition) =>
        definitions.With(definition, Some.Morning.AddDays(1));

    /// <summary>Each given a minute after the one before.</summary>
    private static FeedDefinitions Defined(params FeedDefinition[] definitions) =>
        definitions.Index().Aggregate(
            FeedDefinitions.Empty, (all, next) => all.With(next.Item, Some.Morning.AddMinutes(next.Index)));
}
