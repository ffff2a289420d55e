using System.Globalization;
using Newswire.Feeds;
using Newswire.Operations.Feeds;

namespace Newswire.Formats.Html.Operations;

/// <summary>The feeds, what was said of them and how far they are filled, <c>/newsroom/feeds</c>. Pure.</summary>
public static class FeedsPage
{
    /// <summary>The most feeds on a page: those that came into being by themselves may be thousands.</summary>
    public const int MaxFeeds = 200;

    /// <summary>The page.</summary>
    /// <param name="context">Where and for whom.</param>
    /// <param name="feeds">The live feeds.</param>
    /// <param name="moved">Names that have become another feed's.</param>
    /// <param name="retired">Names given up for good.</param>
    /// <param name="words">What the names or titles shown have in them; empty for all.</param>
    public static byte[] Write(
        OperationsContext context,
        IReadOnlyList<FeedStanding> feeds,
        IReadOnlyDictionary<string, string> moved,
        IReadOnlyList<string> retired,
        string words) => OperationsFrame.Write(
        context,
        OperationsText.Feeds,
        (page, path) =>
        {
            List<FeedStanding> chosen =
            [
                .. feeds.Where(feed => feed.Name.Contains(words, StringComparison.OrdinalIgnoreCase)
                    || feed.Title.Contains(words, StringComparison.OrdinalIgnoreCase)),
            ];
            page.WriteLine($"""
                <form class="ask" method="get" action="{path.To(OperationsPaths.Feeds)}" role="search">
                <label class="wide">A part of the name or title <input type="search" name="q" value="{words}" maxlength="200"></label>
                <button>{OperationsText.Search}</button>
                </form>
                <p class="count">{OperationsMarkup.Count(chosen.Count, "feed", "feeds")}{(chosen.Count > MaxFeeds ? string.Create(CultureInfo.InvariantCulture, $", of which the first {MaxFeeds} are shown") : "")}.</p>
                """);
            WriteFeeds(page, path, context, chosen.Take(MaxFeeds));
            WriteFormer(page, path, moved, retired);
        },
        "Definitions are made through the API or from the command line; the walk through history that follows one is shown here.");

    private static void WriteFeeds(HtmlMarkup page, PagePath path, OperationsContext context, IEnumerable<FeedStanding> feeds)
    {
        page.BeginTable(OperationsText.Feeds, "Feed", OperationsText.Title, "Selects", "History");
        foreach (var feed in feeds)
        {
            page.Write($"""<tr><th scope="row"><a href="{path.To(FeedAddresses.Path(feed.Name, FeedAddresses.PageExtension))}">{feed.Name}</a></th><td lang="{context.Publication.Language}" dir="auto">{feed.Title}</td><td dir="auto">{SelectionOf(feed)}</td><td>""");
            if (feed.Walk is { } walk)
            {
                page.Write($"""<label class="progress"><progress value="{((int)(walk.Share * 1000)).ToString(CultureInfo.InvariantCulture)}" max="1000"></progress> {walk.Share.ToString("P0", CultureInfo.InvariantCulture)}, {OperationsMarkup.Count(walk.Done, "article", "articles")} looked at</label>""");
            }
            else
            {
                page.Write($"Whole");
            }

            page.WriteLine($"</td></tr>");
        }

        page.EndTable();
    }

    private static string SelectionOf(FeedStanding feed) => feed.Definition switch
    {
        null => feed.Name == FeedName.Latest ? "every article" : "by its name",
        { Selection: { } selection } => string.Join("; ", Conditions(selection)) is { Length: > 0 } conditions ? conditions : "every article",
        { Aliases: { Count: > 0 } aliases } => "by its name, also called " + string.Join(", ", aliases),
        _ => "by its name, defined",
    };

    private static IEnumerable<string> Conditions(FeedSelection selection)
    {
        foreach (var (title, names) in new[]
        {
            ("any topic of", selection.AnyTopic), ("all topics of", selection.AllTopics), ("no topic of", selection.NoTopic), ("authors", selection.Authors), ("sections", selection.Sections), ("languages", selection.Languages),
        })
        {
            if (names.Count > 0)
            {
                yield return $"{title}: {string.Join(", ", names)}";
            }
        }
    }

    private static void WriteFormer(
        HtmlMarkup page, PagePath path, IReadOnlyDictionary<string, string> moved, IReadOnlyList<string> retired)
    {
        if (moved.Count + retired.Count == 0)
        {
            return;
        }

        page.WriteLine($"<h2>Former names</h2>");
        page.BeginTable("Former names", "Name", "What became of it");
        foreach (var (name, to) in moved)
        {
            page.WriteLine($"""<tr><th scope="row">{name}</th><td>leads to <a href="{path.To(FeedAddresses.Path(to, FeedAddresses.PageExtension))}">{to}</a> (301)</td></tr>""");
        }

        foreach (var name in retired)
        {
            page.WriteLine($"""<tr><th scope="row">{name}</th><td>given up (410)</td></tr>""");
        }

        page.EndTable();
    }
}
