using Newswire.Articles;
using Newswire.Catalog;
using Newswire.Formats.Ninjs;
using Newswire.TestKit;
using Newswire.Tests.Formats;
using static Newswire.Tests.Partners.Profiles.ProfileCase;

namespace Newswire.Tests.Partners.Profiles;

/// <summary>The cases of the corpus by file; the folder is the profile.</summary>
internal static class ProfileCases
{
    private static readonly Picture Bridge = Some.Picture() with
    {
        Rights = new() { Licensor = new("Tidewater Press"), License = "https://licences.example/by/4.0/" },
    };

    private static readonly Picture Ferry =
        Some.Picture("https://news.example/ferry.png", 640, 480, "image/png", 9876, "The \"last\" ferry & crew.", "", "Ada Bo");

    private static readonly Article Complete = Bodied.Of(
        "<p>The bridge opened on <b>Monday</b>.</p><figure><img src=/ferry.png></figure><p>Ferries go on.</p>", Ferry) with
    {
        Authors = CorpusArticles.Bylined.Authors,
        Topics = CorpusArticles.Filed.Topics,
        Section = "Home & Abroad",
        Correction = CorpusArticles.Corrected.Correction,
        Featured = Bridge,
    };

    private static readonly Article Anonymous = Bodied.Of("<p>The bridge opened.</p>") with
    {
        Authors = [],
        Topics = [],
        Language = "cy",
        Rights = "© Harbour Press & others",
    };

    private static readonly ProfileCase All4 = new(
        "Everything an article has to say, and one with rights and language of its own and no byline.",
        Entry(Complete) with { Expires = Some.Morning.AddDays(30), Priority = Priority.High },
        Entry(Anonymous, id: "anonymous"))
    {
        Publication = Some.Publication() with
        {
            UsageTerms = "Publish whole & unchanged, with a link to \"the article\".",
            LicenceUrl = "https://news.example/licence",
        },
    };

    private static readonly ProfileCase Gone = new("What was withdrawn, has expired, was erased.", Entry())
    {
        Removals =
        [
            Removal("withdrawn", last: Some.Article(url: "https://news.example/withdrawn")),
            Removal("expired", NinjsEnd.Expired, Some.Article(url: "https://news.example/expired")),
            Removal("erased", NinjsEnd.Erased),
        ],
    };

    private static readonly ProfileCase Embargoed = new(
        "An article under embargo is not there, or withheld.", Entry() with { EmbargoedUntil = Now.AddHours(1) }, Entry(id: "free"));

    private static readonly ProfileCase Over = new(
        "An article whose time is over is not there.", Entry() with { Expires = Now }, Entry(id: "stays") with { Expires = Now.AddSeconds(1) });

    private static readonly ProfileCase Back = new("What has come back is not gone.", Entry()) { Removals = [Removal("harbour-bridge")] };

    private static readonly ProfileCase Vocabulary = new("All elements a body may have.", Entry(Bodied.Of(
        "<h2>Two</h2><h6>Six</h6><p>We <s>sold</s> <u>kept</u> <mark>it</mark>, <q>gladly</q>, in <cite>The Example Times</cite>;"
        + " <abbr title='kilometre'>km</abbr> H<sub>2</sub>O <code>x</code> <time datetime='2026-03-04'>today</time> <small>s</small>"
        + " <a href='tel:+4412345'>call</a> <a href='mailto:desk@news.example'>write</a> <a href='/uk' title='a &lt; b'>read</a></p>"
        + "<dl><dt>Toll</dt><dd>None</dd></dl><hr><pre>a\n b</pre><blockquote><p>Said</p></blockquote><ol start=3><li>One<ul><li>Two</ul></ol>"
        + "<table><caption>Fares</caption><tr><th scope=row>Adult<td colspan=2>1</table>")));

    private static readonly ProfileCase Insecure = new("A picture that anybody may change on its way, featured or in the body, is not there.", Entry(
        Bodied.Of("<p>See</p><figure><img src='http://news.example/old.jpg'><figcaption>Old</figcaption></figure><p>there.</p>")
            with
        { Featured = Some.Picture("http://news.example/older.jpg") }));

    private static readonly ProfileCase InTheBody = new("The first picture in the body leads where none is featured.", Entry(
        Bodied.Of("<p>See</p><figure><img src=/ferry.png></figure><p>there.</p>", Ferry)));

    private static readonly ProfileCase LongDescription = new(
        "The feed's description in 30 characters.", Entry())
    { Description = "News from Exampleton and beyond it." };

    private static readonly ProfileCase LargeEnough = new("The first picture that is large enough leads.", Entry(
        Bodied.Of(
            string.Concat(Enumerable.Repeat("<p>The bridge opened on Monday, a month early.</p>", 12)) + "<figure><img src=/bridge.jpg></figure>", Bridge)
            with
        { Featured = Ferry }));

    private static readonly ProfileCase Special = new("What XML and JSON set apart stays as it is, what XML forbids becomes U+FFFD.", Entry(
        CorpusArticles.Special with
        {
            Headline = "R&D <fund> \"grows\" > 5% \u0007 ]]>",
            Body = "<p>a &lt; b &amp; c ]]&gt; \uFFFF</p>",
            Featured = Some.Picture("https://news.example/a.jpg?b=1&c='2'", caption: "<\"]]>&", alt: "\u0001", credits: "R&D"),
        }));

    public static readonly IReadOnlyDictionary<string, ProfileCase> All = new Dictionary<string, ProfileCase>
    {
        ["generic/complete.rss"] = All4,
        ["generic/complete.atom"] = All4,
        ["generic/complete.json"] = All4,
        ["generic/complete.ninjs"] = All4,
        ["generic/gone.rss"] = Gone,
        ["generic/gone.atom"] = Gone,
        ["generic/gone.json"] = Gone,
        ["generic/gone.ninjs"] = Gone,
        ["generic/embargoed.rss"] = Embargoed,
        ["generic/embargoed.ninjs"] = Embargoed,
        ["generic/over.atom"] = Over,
        ["generic/over.ninjs"] = Over,
        ["generic/back.atom"] = Back,
        ["generic/back.ninjs"] = Back,
        ["msn/complete.rss"] = All4,
        ["msn/complete.atom"] = All4,
        ["msn/complete.json"] = All4,
        ["msn/complete.ninjs"] = All4,
        ["msn/gone.rss"] = Gone,
        ["msn/gone.atom"] = Gone,
        ["msn/gone.json"] = Gone,
        ["msn/embargoed.atom"] = Embargoed,
        ["msn/elements.rss"] = Vocabulary,
        ["msn/insecure-pictures.rss"] = Insecure,
        ["msn/special-characters.rss"] = Special,
        ["msn/special-characters.json"] = Special,
        ["smartnews/complete.rss"] = All4,
        ["smartnews/complete.atom"] = All4,
        ["smartnews/complete.json"] = All4,
        ["smartnews/complete.ninjs"] = All4,
        ["smartnews/gone.rss"] = Gone,
        ["smartnews/gone.atom"] = Gone,
        ["smartnews/gone.ninjs"] = Gone,
        ["smartnews/lead-in-the-body.rss"] = InTheBody,
        ["smartnews/description.rss"] = LongDescription,
        ["flipboard/complete.rss"] = LargeEnough,
        ["flipboard/complete.atom"] = LargeEnough,
        ["flipboard/complete.json"] = LargeEnough,
        ["flipboard/complete.ninjs"] = LargeEnough,
        ["flipboard/gone.rss"] = Gone,
        ["flipboard/too-short-and-without-picture.rss"] = All4 with { Shows = "What is refused is not there." },
    };
}
