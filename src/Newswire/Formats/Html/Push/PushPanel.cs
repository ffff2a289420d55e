using Newswire.Feeds;

namespace Newswire.Formats.Html.Push;

/// <summary>
/// Where a reader opts in to notifications: what they would be told of, the button after which the browser asks, and
/// then what is on, to be changed or ended.
/// </summary>
/// <remarks>
/// All of it is hidden until the script has found that the server offers push. The script shows the parts whose
/// <c>data-when</c> names the state it finds (off, lost, on, add, change, or what stands in the way) and says the words
/// of the panel's <c>data-</c> attributes.
/// </remarks>
internal sealed class PushPanel(Publication publication, PagePath path)
{
    // As many as say what kind of stories these are.
    private const int MaxStories = 3;

    private static readonly int[] PerDay = [1, 3, 5, 10, 20, 50];

    /// <summary>The panel of the directory, where any feeds are chosen; the script takes them from the page's links.</summary>
    public void WriteForAll(HtmlMarkup page)
    {
        Begin(page, feed: "", title: "");
        page.WriteLine($"""
            <p data-when="off lost">{PageText.ToldOfChoice}</p>
            """);
        WriteChosen(page);
        WriteChoice(page, "off lost change");
        page.WriteLine($"""
            <div data-when="off lost change">
            <div data-part="like" hidden>
            <h3>{PageText.StoriesLikeThese}</h3>
            <ol class="told" data-part="latest"></ol>
            </div>
            </div>
            """);
        End(page);
    }

    /// <summary>The panel of a feed's page: one press adds this feed to what was chosen before.</summary>
    /// <param name="page">Where to write.</param>
    /// <param name="feed">The feed's name.</param>
    /// <param name="title">The feed's title, without the publication's.</param>
    /// <param name="newest">Its newest entries, newest first.</param>
    public void WriteForFeed(HtmlMarkup page, string feed, string title, IReadOnlyList<Entry> newest)
    {
        Begin(page, feed, title);
        page.WriteLine($"""
            <p data-when="off lost">{PageText.ToldOfFeed}</p>
            """);
        WriteChosen(page);
        page.WriteLine($"""
            <p data-when="add">{PageText.ToldOfThisToo}</p>
            """);
        if (newest.Count > 0)
        {
            page.WriteLine($"""
                <div data-when="off lost add">
                <h3>{PageText.StoriesLikeThese}</h3>
                <ol class="told">
                """);
            foreach (var article in newest.Take(MaxStories).Select(entry => entry.Article))
            {
                page.WriteLine($"""<li lang="{article.Language ?? publication.Language}" dir="auto">{article.Headline}</li>""");
            }

            page.WriteLine($"</ol>\n</div>");
        }

        WriteChoice(page, "change");
        page.WriteLine($"""<p data-when="change"><a href="{path.To("/")}">{PageText.ChooseFromAll}</a></p>""");
        End(page);
    }

    private void Begin(HtmlMarkup page, string feed, string title) => page.WriteLine($"""
        <section class="panel notify" id="notify" aria-labelledby="notify-title" hidden data-root="{path.To("/")}" data-feed="{feed}" data-title="{title}" data-lang="{publication.Language}" data-wait="{PageText.OneMoment}" data-done="{PageText.SaidOn}" data-off="{PageText.SaidOff}" data-none="{PageText.SaidNone}" data-hours="{PageText.SaidHours}" data-undecided="{PageText.SaidUndecided}" data-blocked="{PageText.SaidBlocked}" data-failed="{PageText.SaidFailed}" data-away="{PageText.SaidAway}" data-refused="{PageText.SaidRefused}" data-quiet="{PageText.QuietFromTo}" data-most="{PageText.MostPerDay}" data-more="{PageText.MoreFeeds}" data-nothing="{PageText.NoSuchFeed}">
        <h2 id="notify-title" data-part="title" tabindex="-1">{PageText.NeverMiss}</h2>
        <p data-when="lost"><strong>{PageText.NotificationsLost}</strong></p>
        """);

    private static void WriteChosen(HtmlMarkup page) => page.WriteLine($"""
        <div data-when="on add">
        <h3 id="notify-on">{PageText.NotificationsOnFor}</h3>
        <ul class="chosen" data-part="favourites" aria-labelledby="notify-on"></ul>
        <p data-part="rules"></p>
        </div>
        """);

    private static void WriteChoice(HtmlMarkup page, string when)
    {
        page.WriteLine($"""
            <fieldset data-when="{when}">
            <legend>{PageText.ToldOf}</legend>
            <label class="find" data-part="finding"><span>{PageText.FindFeed}</span> <input type="search" autocomplete="off" data-part="find"></label>
            <div class="choices" data-part="feeds"></div>
            <p data-part="more" aria-live="polite"></p>
            </fieldset>
            """);
    }

    private static void End(HtmlMarkup page)
    {
        page.Write($"""
            <fieldset data-when="change">
            <legend>{PageText.When}</legend>
            <label class="choice"><input type="checkbox" data-part="quiet"> <span>{PageText.QuietHours}</span></label>
            <p class="hours"><label>{PageText.QuietFrom} <input type="time" data-part="from"></label> <label>{PageText.QuietTo} <input type="time" data-part="to"></label> <span data-part="zone"></span></p>
            <p class="most"><label>{PageText.AtMost} <select data-part="most">
            """);
        foreach (var count in PerDay)
        {
            page.Write($"<option>{count}</option>");
        }

        page.WriteLine($"""
            </select> {PageText.ADay}</label></p>
            </fieldset>
            <p data-when="blocked">{PageText.NotificationsBlocked}</p>
            <p data-when="unsupported">{PageText.NotificationsUnsupported}</p>
            <p data-when="insecure">{PageText.NotificationsInsecure}</p>
            <p data-when="homescreen">{PageText.NotificationsOnHomeScreen}</p>
            <p data-when="away">{PageText.NotificationsAway}</p>
            <p class="acts">
            <button type="button" class="first" data-act="start" data-when="off lost">{PageText.TellMe}</button>
            <button type="button" class="first" data-act="start" data-when="add">{PageText.TellMeOfThisToo}</button>
            <button type="button" class="first" data-act="save" data-when="change">{PageText.SaveChoice}</button>
            <button type="button" data-act="change" data-when="on add">{PageText.ChangeChoice}</button>
            <button type="button" data-act="back" data-when="change">{PageText.KeepChoice}</button>
            <button type="button" data-act="stop" data-when="on add change lost">{PageText.TurnOff}</button>
            <button type="button" data-act="again" data-when="away">{PageText.TryAgain}</button>
            </p>
            <p class="asks" data-when="off">{PageText.BrowserAsks}</p>
            <p class="said" data-part="said" role="status"></p>
            </section>
            """);
    }
}
