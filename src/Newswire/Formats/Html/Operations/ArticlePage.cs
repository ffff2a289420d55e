using System.Globalization;
using Newswire.Operations.Articles;
using Newswire.Projection;

namespace Newswire.Formats.Html.Operations;

/// <summary>One article: how it stands, where it is, who has it, what became of it, <c>/newsroom/articles/{id}</c>. Pure.</summary>
public static class ArticlePage
{
    /// <summary>The page.</summary>
    /// <param name="context">Where and for whom.</param>
    /// <param name="report">The article.</param>
    /// <param name="notice">What was just done to it; null for nothing.</param>
    public static byte[] Write(OperationsContext context, ArticleReport report, string? notice) => OperationsFrame.Write(
        context,
        HeadlineOf(report) ?? report.View.Id,
        (page, path) =>
        {
            page.WriteNotice(notice);
            WriteFacts(page, report);
            WriteActs(page, path, report);
            ArticleHistory.WriteErasure(page, path, report);
            WriteFeeds(page, path, report);
            WritePartners(page, path, report);
            WriteTold(page, report);
            WritePictures(page, report);
            ArticleHistory.WriteVersions(page, report.View);
        });

    private static string? HeadlineOf(ArticleReport report) => new ArticleHit(report.View.Id, report.State).Headline;

    private static void WriteFacts(HtmlMarkup page, ArticleReport report)
    {
        page.Write($"""<dl class="facts"><div><dt>{OperationsText.State}</dt><dd>""").WriteState(report.State);
        page.WriteLine($"</dd></div><div><dt>{OperationsText.Id}</dt><dd><code>{report.View.Id}</code></dd></div>");
        switch (report.State)
        {
            case ArticleState.Visible visible:
                WriteFact(page, "First published", visible.Published);
                WriteFact(page, "Last edit", visible.Updated);
                WriteVersion(page, visible.Version);
                WriteFact(page, "Expires", visible.Expires);
                WriteAddress(page, visible.Article.Url);
                break;
            case ArticleState.Scheduled scheduled:
                WriteFact(page, "Readers see it from", scheduled.From);
                WriteFact(page, "Under embargo until", scheduled.Embargo);
                WriteVersion(page, scheduled.Version);
                WriteFact(page, "Expires", scheduled.Expires);
                WriteAddress(page, scheduled.Article.Url);
                break;
            case ArticleState.Gone gone:
                WriteFact(page, "Gone since", gone.When);
                break;
            default:
                break;
        }

        page.WriteLine($"</dl>");
    }

    private static void WriteFact(HtmlMarkup page, string name, DateTimeOffset? moment)
    {
        if (moment is not null)
        {
            page.Write($"<div><dt>{name}</dt><dd>").WriteMoment(moment);
            page.WriteLine($"</dd></div>");
        }
    }

    private static void WriteVersion(HtmlMarkup page, long version) =>
        page.WriteLine($"<div><dt>Version</dt><dd>{version.ToString(CultureInfo.InvariantCulture)}</dd></div>");

    // Of another scheme it may be a script.
    private static void WriteAddress(HtmlMarkup page, string url)
    {
        page.Write($"""<div><dt>Address</dt><dd class="address">""");
        if (url.StartsWith("https://", StringComparison.OrdinalIgnoreCase) || url.StartsWith("http://", StringComparison.OrdinalIgnoreCase))
        {
            page.Write($"""<a href="{url}" rel="noreferrer">{url}</a>""");
        }
        else
        {
            page.Write($"{url}");
        }

        page.WriteLine($"</dd></div>");
    }

    private static void WriteActs(HtmlMarkup page, PagePath path, ArticleReport report)
    {
        var id = report.View.Id;
        page.WriteLine($"""<p class="acts">""");
        if (report.State is ArticleState.Visible or ArticleState.Scheduled)
        {
            page.WriteLine($"""
                <a class="button" href="{path.To(OperationsPaths.Preview)}?article={Uri.EscapeDataString(id)}">Preview for partners</a>
                <a class="button" href="{path.To(OperationsPaths.Withdraw(id))}">{OperationsText.Withdraw} …</a>
                """);
        }

        if (report.View.Versions.Any(version => version.Content.Length > 0))
        {
            page.WriteLine($"""<a class="button final" href="{path.To(OperationsPaths.Erase(id))}">{OperationsText.Erase} …</a>""");
        }

        page.WriteLine($"</p>");
    }

    private static void WriteFeeds(HtmlMarkup page, PagePath path, ArticleReport report)
    {
        var isGone = report.State is ArticleState.Gone;
        page.WriteLine($"<h2>{(isGone ? "Feeds that say it is gone" : report.State is ArticleState.Scheduled ? "Feeds that will carry it" : "Feeds that carry it")}</h2>");
        if (report.Feeds.Count == 0)
        {
            page.WriteLine($"<p>None.</p>");
            return;
        }

        page.BeginTable("Feeds", "Feed", "Where", "Documents");
        foreach (var place in report.Feeds)
        {
            page.Write($"""<tr><th scope="row"><a href="{path.To(FeedAddresses.Path(place.Feed, FeedAddresses.PageExtension))}">{place.Feed}</a></th><td>""");
            page.Write($"{Where(place, report.State)}</td><td>");
            foreach (var extension in new[] { "rss", "atom", "json" })
            {
                var document = place.ArchivePage is { } archive
                    ? FeedAddresses.ArchivePath(place.Feed, archive, extension)
                    : FeedAddresses.Path(place.Feed, extension);
                page.Write($"""<a href="{path.To(document)}">{extension.ToUpperInvariant()}<span class="unseen"> of {place.Feed}</span></a> """);
            }

            page.WriteLine($"</td></tr>");
        }

        page.EndTable();
    }

    private static string Where(FeedPlace place, ArticleState state) => (state, place) switch
    {
        (ArticleState.Scheduled, _) => "At its time",
        (ArticleState.Gone, { IsThere: true }) => "As a tombstone",
        (ArticleState.Gone, _) => "Its tombstone is over",
        (_, { IsThere: false }) => "Not yet: the feed is being filled, or a pass is under way",
        (_, { ArchivePage: { } archive }) => $"Archive page {archive}",
        _ => "Subscription document",
    };

    private static void WritePartners(HtmlMarkup page, PagePath path, ArticleReport report)
    {
        page.WriteLine($"<h2>Partners</h2>");
        if (report.Partners.Count == 0)
        {
            page.WriteLine($"<p>There are no partners.</p>");
            return;
        }

        page.BeginTable("Partners", "Partner", "Gets it?", "Why not");
        foreach (var partner in report.Partners)
        {
            page.Write($"""<tr><th scope="row"><a href="{path.To(OperationsPaths.Partner(partner.Partner))}" dir="auto">{partner.Title}</a></th><td>""");
            if (partner.IsGiven)
            {
                page.WriteMark("good", "Yes");
                if (partner.From is { } from)
                {
                    page.Write($" from ").WriteMoment(from);
                }
            }
            else
            {
                page.WriteMark("quiet", "No");
            }

            page.WriteLine($"</td><td>{string.Join(' ', partner.Reasons)}</td></tr>");
        }

        page.EndTable();
    }

    private static void WriteTold(HtmlMarkup page, ArticleReport report)
    {
        page.WriteLine($"<h2>Notifications</h2>");
        if (report.Told.Count == 0)
        {
            page.WriteLine($"<p>Readers’ browsers were asked to be told of nothing, or it is so long ago that it is forgotten.</p>");
            return;
        }

        page.BeginTable("Notifications", "Told of", "Shown");
        foreach (var edition in report.Told)
        {
            var what = edition.IsWithdrawal ? "That it is gone"
                : edition.Number == Newswire.WebPush.Notifying.PushEdition.First ? "Its first publication"
                : string.Create(CultureInfo.InvariantCulture, $"Version {edition.Number}");
            page.Write($"""<tr><th scope="row">{what}</th><td>""").WriteMoment(edition.Shown);
            page.WriteLine($"</td></tr>");
        }

        page.EndTable();
    }

    private static void WritePictures(HtmlMarkup page, ArticleReport report)
    {
        if (report.PictureGaps.Count == 0)
        {
            return;
        }

        page.WriteLine($"<h2>Pictures of which something is not known</h2>");
        page.BeginTable("Pictures", "File", "Host", "Not known");
        foreach (var picture in report.PictureGaps)
        {
            page.WriteLine($"""<tr><th scope="row">{picture.File}</th><td>{picture.Host}</td><td>{string.Join(", ", picture.Missing)}</td></tr>""");
        }

        page.EndTable();
    }
}
