using System.Text;
using Newswire.Feeds;

namespace Newswire.Formats.Html;

/// <summary>The groups of the directory. A long one is divided by initials, so that thousands of feeds stay findable.</summary>
internal sealed class FeedListing(
    Publication publication,
    PagePath path,
    IReadOnlyList<IFeedFormat> formats,
    IReadOnlyDictionary<string, string>? descriptions)
{
    // As many as can be looked through without a guide.
    private const int MaxUndivided = 60;

    /// <summary>Links to the groups, where there are more feeds than can be looked through without a guide.</summary>
    public static void WriteJumps(HtmlMarkup page, IReadOnlyList<FeedGroup> groups)
    {
        if (groups.Sum(group => group.Feeds.Count) <= MaxUndivided)
        {
            return;
        }

        page.WriteLine($"""<nav class="jump" aria-label="{PageText.JumpTo}">""");
        foreach (var group in groups)
        {
            page.WriteLine($"""<a href="#{IdOf(group.Kind)}">{PageText.Heading(group.Kind)}</a>""");
        }

        page.WriteLine($"</nav>");
    }

    /// <summary>A group with its feeds.</summary>
    public void Write(HtmlMarkup page, FeedGroup group)
    {
        var id = IdOf(group.Kind);
        page.WriteLine($"""
            <section class="group" aria-labelledby="{id}">
            <h2 id="{id}">{PageText.Heading(group.Kind)}</h2>
            """);
        if (group.Feeds.Count <= MaxUndivided)
        {
            WriteFeeds(page, group.Feeds);
        }
        else
        {
            WriteDivided(page, group, id);
        }

        page.WriteLine($"</section>");
    }

    private void WriteDivided(HtmlMarkup page, FeedGroup group, string id)
    {
        // By the name and not by the title, because the name is what the list is ordered by.
        var letters = group.Feeds.GroupBy(feed => Initial(feed.Key), StringComparer.Ordinal).ToList();
        page.WriteLine($"""<nav class="letters" aria-label="{PageText.Heading(group.Kind)}, {PageText.ByInitial}">""");
        foreach (var letter in letters)
        {
            page.WriteLine($"""<a href="#{id}-{Uri.EscapeDataString(letter.Key)}">{letter.Key}</a>""");
        }

        page.WriteLine($"</nav>");
        foreach (var letter in letters)
        {
            page.WriteLine($"""
                <div class="letter">
                <h3 id="{id}-{letter.Key}">{letter.Key}</h3>
                """);
            WriteFeeds(page, letter);
            page.WriteLine($"</div>");
        }
    }

    private void WriteFeeds(HtmlMarkup page, IEnumerable<KeyValuePair<string, string>> feeds)
    {
        page.WriteLine($"""<ul class="feeds">""");
        foreach (var (feed, title) in feeds)
        {
            page.WriteLine(
                $"""<li><a class="title" data-feed="{feed}" href="{LinkTo(feed, FeedAddresses.PageExtension)}" lang="{publication.Language}" dir="auto">{title}</a>""");
            if (descriptions?.GetValueOrDefault(feed) is { Length: > 0 } description)
            {
                page.WriteLine($"""<p lang="{publication.Language}" dir="auto">{description}</p>""");
            }

            page.Write($"""<span class="formats">""");
            foreach (var format in formats)
            {
                page.Write($"""<a href="{LinkTo(feed, format.Extension)}">{format.Title}</a> """);
            }

            page.WriteLine($"</span></li>");
        }

        page.WriteLine($"</ul>");
    }

    private string LinkTo(string feed, string extension) => path.To(FeedAddresses.Path(feed, extension));

    // Digits share a heading: there are too few names with each of them for one of its own.
    private static string Initial(string feed)
    {
        var first = Rune.GetRuneAt(
            feed, FeedName.IsTopic(feed) || FeedName.IsAuthor(feed) ? feed.IndexOf('/', StringComparison.Ordinal) + 1 : 0);
        return Rune.IsDigit(first) ? PageText.Digits : Rune.ToUpperInvariant(first).ToString();
    }

    private static string IdOf(FeedGroupKind kind) => kind switch
    {
        FeedGroupKind.Latest => "everything",
        FeedGroupKind.Selections => "selections",
        FeedGroupKind.Topics => "topics",
        _ => "authors",
    };
}
