using System.Text;
using Newswire.Catalog;
using Newswire.Feeds;
using Newswire.Formats;
using Newswire.Formats.Html;
using Newswire.Formats.Opml;
using Newswire.Formats.Sitemaps;
using Newswire.Projection;
using Newswire.TestKit;

namespace Newswire.Tests.Projection;

/// <summary>The documents by the simplest means: all changes and the moment in, no state, no index, nothing kept.</summary>
internal sealed class Oracle
{
    private readonly Publication publication;
    private readonly DateTimeOffset now;
    private readonly FeedDefinitions definitions;
    private readonly List<Article> articles;
    private readonly List<string> feeds;

    private Oracle(IReadOnlyList<Change> changes, Publication publication, DateTimeOffset now)
    {
        (this.publication, this.now) = (publication, now);
        definitions = changes.OfType<Change.DefineFeed>()
            .Aggregate(FeedDefinitions.Empty, (all, change) => all.With(change.Feed, change.Received));
        articles = [.. changes.OfType<Change.OfArticle>()
            .GroupBy(change => change.ArticleId, StringComparer.Ordinal)
            .Select(group => new Article(this, [.. group]))];
        feeds = [.. changes.OfType<Change.Publish>()
            .Where(change => From(change) <= now)
            .SelectMany(change => FeedName.Selecting(change.Article))
            .Concat(definitions.ByName.Keys)
            .Concat(articles.SelectMany(article => article.Feeds))
            .Where(name => name is not null)
            .Select(name => definitions.MovedTo(name) ?? name)
            .Where(name => !definitions.IsRetired(name))
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)];
    }

    public static IReadOnlyDictionary<string, string> Documents(
        IReadOnlyList<Change> changes, Publication publication, DateTimeOffset now)
    {
        var oracle = new Oracle(changes, publication, now);
        Dictionary<string, string> documents = new(StringComparer.Ordinal);
        SortedDictionary<string, string> titles = new(StringComparer.Ordinal);
        foreach (var feed in oracle.feeds)
        {
            titles[feed] = oracle.Write(feed, documents);
        }

        var descriptions = oracle.definitions.ByName
            .Where(pair => pair.Value.Definition.Description is not null)
            .ToDictionary(pair => pair.Key, pair => pair.Value.Definition.Description!, StringComparer.Ordinal);
        Add("index.html", HomePage.Write(publication, titles, Newsroom.Formats, descriptions));
        Add("opml.xml", OpmlDocument.Write(publication, titles, Newsroom.Formats[0]));
        Add("manifest.webmanifest", WebManifest.Write(publication));
        Add("robots.txt", RobotsText.Write(publication));
        Add("feeds/style.css", FeedStyleSheet.Content.Span);
        if (oracle.feeds.Contains("latest"))
        {
            var newest = oracle.articles
                .Where(article => article.Entry?.Published > now.AddHours(-48))
                .OrderByDescending(article => article.Key)
                .Select(article => article.Entry!);
            Add("sitemap.xml", SitemapIndex.Write(publication, newsSitemaps: 1));
            Add("sitemaps/news-1.xml", NewsSitemap.Write(publication, [.. newest]));
        }

        return documents;

        void Add(string path, ReadOnlySpan<byte> bytes) => documents[path] = Encoding.UTF8.GetString(bytes);
    }

    private string Write(string feed, Dictionary<string, string> documents)
    {
        var definition = definitions.Find(feed);
        var entries = articles.Where(article => article.Entry is not null && article.Feeds.Contains(feed))
            .OrderBy(article => article.Key)
            .ToList();
        var pages = Pages(entries);
        var archived = pages.Count - Window(pages, FeedSize.Of(publication, definition));
        var window = pages.Skip(archived).SelectMany(page => page).Reverse().Select(article => article.Entry!).ToList();
        var gone = articles.Where(article => article.Gone is not null && article.Feeds.Contains(feed))
            .OrderByDescending(article => article.Gone)
            .ThenByDescending(article => article.Id, StringComparer.Ordinal)
            .ToList();

        var title = definitions.Title(feed, [.. window.Select(entry => entry.Article)]);
        var names = pages.ConvertAll(page => page[0] == entries[0] && !PageBoundary.IsAt(page[0].Key) ? "oldest" : PageBoundary.PageName(page[0].Key));
        var updated = window.Select(entry => entry.Updated).Concat(gone.Select(article => article.Gone!.Value));
        Render($"feeds/{feed}", Head(feed, definition, title, updated) with
        {
            PreviousPage = archived > 0 ? names[archived - 1] : null,
            Tombstones = [.. gone.Select(article => new Tombstone(EntryIdentity.Of(publication, article.Id), article.Gone!.Value))],
        }, window);
        var shown = window.Take(HtmlFeedPage.MaxHeadlines).ToList();
        documents[$"feeds/{feed}.html"] = Encoding.UTF8.GetString(
            HtmlFeedPage.Write(Head(feed, definition, title, updated), shown, Newsroom.Formats));
        for (var i = 0; i < archived; i++)
        {
            var page = pages[i].AsEnumerable().Reverse().Select(article => article.Entry!).ToList();
            Render($"feeds/{feed}/archive/{names[i]}", Head(feed, definition, definitions.Title(feed, []), page.Select(entry => entry.Updated)) with
            {
                Page = names[i],
                PreviousPage = i > 0 ? names[i - 1] : null,
                NextPage = i + 1 < archived ? names[i + 1] : null,
            }, page);
        }

        return title;

        void Render(string path, FeedHead head, List<Entry> carried)
        {
            foreach (var format in Newsroom.Formats)
            {
                documents[$"{path}.{format.Extension}"] = Encoding.UTF8.GetString(format.WriteFeed(
                    head,
                    [.. carried.Select(entry => (ReadOnlyMemory<byte>)format.WriteEntry(entry, definition?.Content ?? EntryContent.Full))]));
            }
        }
    }

    private FeedHead Head(string feed, FeedDefinition? definition, string title, IEnumerable<DateTimeOffset> moments) => new(
        publication,
        feed,
        $"{publication.Title}: {title}",
        definition?.Description ?? publication.Description,
        moments.DefaultIfEmpty(DateTimeOffset.UnixEpoch).Max())
    {
        LogoUrl = definition?.LogoUrl ?? publication.LogoUrl,
    };

    private static List<List<Article>> Pages(List<Article> entries)
    {
        List<List<Article>> pages = [];
        foreach (var entry in entries)
        {
            if (pages.Count == 0 || PageBoundary.IsAt(entry.Key))
            {
                pages.Add([]);
            }

            pages[^1].Add(entry);
        }

        return pages;
    }

    /// <summary>How many of the pages, from the newest, the subscription document takes.</summary>
    private static int Window(List<List<Article>> pages, FeedSize size)
    {
        var (taken, entries) = (0, 0);
        for (; taken < pages.Count; taken++)
        {
            var next = pages[^(taken + 1)];
            var enough = entries >= size.MinEntries
                && pages[^taken][0].Key.Published <= pages[^1][^1].Key.Published - size.MinAge;
            if (taken > 0 && (enough || entries + next.Count > size.MaxEntries))
            {
                break;
            }

            entries += next.Count;
        }

        return taken;
    }

    private static DateTimeOffset From(Change.Publish change) =>
        change.Embargo > change.Published ? change.Embargo.Value : change.Published;

    private static DateTimeOffset Shown(Change.Publish change) =>
        From(change) > change.Received ? From(change) : change.Received;

    /// <summary>What readers are to see of one article.</summary>
    private sealed class Article
    {
        private static readonly Newswire.Articles.Article Nothing = Some.Article("");

        public Article(Oracle oracle, IReadOnlyList<Change.OfArticle> changes)
        {
            Id = changes[0].ArticleId;
            var erased = changes.OfType<Change.EraseArticle>().Select(erase => (DateTimeOffset?)erase.Received).Max();
            var versions = changes.OfType<Change.Publish>()
                .Select(change => change.Received <= erased
                    ? change with { Article = Nothing, Updated = null, Expires = null, Silent = false, Priority = default, Notify = null }
                    : change)
                .OrderBy(change => change.Version)
                .ThenBy(change => change.Received)
                .ThenBy(Content, StringComparer.Ordinal)
                .ThenBy(change => change.Published)
                .ThenBy(change => change.Updated)
                .ThenBy(change => change.Embargo)
                .ThenBy(change => change.Expires)
                .ThenBy(change => change.Silent)
                .ThenBy(change => change.Priority)
                .ThenBy(change => change.Notify)
                .ToList();
            if (versions.LastOrDefault(version => From(version) <= oracle.now) is not { } shown)
            {
                return;
            }

            var firstShown = versions.Min(Shown);
            var published = firstShown < From(versions[0]) ? firstShown : From(versions[0]);
            Key = new EntryKey(published, Id);
            var withdrawn = changes
                .Where(change => change switch
                {
                    Change.Withdraw { ThroughVersion: { } through } => shown.Version <= through,
                    Change.Withdraw or Change.EraseArticle => shown.Received <= change.Received,
                    _ => false,
                })
                .Select(change => (DateTimeOffset?)change.Received)
                .Min();
            var isErased = shown.Article == Nothing;
            var expired = shown.Expires <= oracle.now ? shown.Expires : null;
            Feeds = isErased
                ? [.. changes.OfType<Change.EraseArticle>().SelectMany(erase => erase.Feeds)
                    .Select(feed => oracle.definitions.MovedTo(feed) ?? feed)
                    .Where(feed => !oracle.definitions.IsRetired(feed))]
                : oracle.definitions.Selecting(shown.Article, oracle.publication.Language);
            if (withdrawn is null && expired is null)
            {
                Entry = Entry.Of(oracle.publication, EntryIdentity.Of(oracle.publication, Id), published, Updated(versions, shown, published), shown.Article);
            }
            else
            {
                var when = withdrawn is null || expired < withdrawn ? expired : withdrawn;
                Gone = firstShown < when && when.Value.AddDays(oracle.publication.TombstoneDays) > oracle.now ? when : null;
                Feeds = Gone is null ? [] : Feeds;
            }
        }

        public string Id { get; }

        public EntryKey Key { get; }

        public Entry? Entry { get; }

        public DateTimeOffset? Gone { get; }

        public IReadOnlyList<string> Feeds { get; } = [];

        private static string Content(Change.Publish change) => change.Article == Nothing ? "" : Fingerprint.Of(change.Article);

        private static DateTimeOffset Updated(List<Change.Publish> versions, Change.Publish shown, DateTimeOffset published)
        {
            var brought = shown;
            for (var i = versions.IndexOf(shown) - 1; i >= 0; i--)
            {
                if (!brought.Silent && Content(versions[i]) != Content(brought))
                {
                    break;
                }

                brought = versions[i];
            }

            var isFirst = brought.Version == versions[0].Version && brought.Received == versions[0].Received;
            var updated = brought.Updated ?? (isFirst ? published : Shown(brought));
            return updated < published ? published : updated;
        }
    }
}
