using Newswire.Articles;
using Newswire.TestKit;

namespace Newswire.Tests.Formats;

/// <summary>The articles of the corpus, each plain but for what its name says.</summary>
internal static class CorpusArticles
{
    public static readonly Article Plain =
        Some.Article(body: "", authors: [], topics: []);

    public static readonly Article WithoutStandfirst = Plain with { Standfirst = null, Body = "<p>It opened.</p>" };

    public static readonly Article Special = Plain with
    {
        Headline = "R&D <fund> \"grows\" > 5%",
        Standfirst = "1 < 2 & \"3\" > 2",
        Url = "https://news.example/?a=1&b=2",
    };

    public static readonly Article Pictured = Plain with
    {
        Featured = Some.Picture(credits: ["Mei Tanaka", "Harbour Press"]),
        Pictures =
        [
            Some.Picture("https://news.example/ferry.png", 640, 480, "image/png", 9876, "The \"last\" ferry & crew."),
            Some.Picture(),
        ],
    };

    public static readonly Article PicturedVaguely = Plain with
    {
        Featured = new Picture { Url = "https://news.example/a.jpg?w=1&h=2" },
    };

    public static readonly Article PicturedWithoutLength = Plain with { Featured = Some.Picture(lengthBytes: null) };

    public static readonly Article OtherLanguage = Plain with { Headline = "Y bont yn agor", Language = "cy" };

    public static readonly Article OtherRights = Plain with { Rights = "© Harbour Press & others" };

    public static readonly Article Licensed = Plain with { License = "https://creativecommons.org/licenses/by/4.0/?a=1&b=2" };

    public static readonly Article PicturedWithRights = Plain with
    {
        Featured = Some.Picture() with
        {
            Rights = new PictureRights
            {
                CopyrightNotice = "© Harbour Press & others",
                Licensor = new Licensor("Tidewater \"Press\" Agency", "https://tidewater.example/?a=1&b=2"),
                License = "https://tidewater.example/terms?a=1&b=2",
                UsageTerms = "Once & whole, < 5 days.",
                Syndicate = true,
            },
        },
        Pictures =
        [
            new Picture { Url = "https://news.example/a.jpg", Rights = new PictureRights { License = "https://tidewater.example/terms" } },
            new Picture { Url = "https://news.example/b.jpg", Rights = new PictureRights { Licensor = new Licensor(Url: "https://tidewater.example/") } },
            new Picture { Url = "https://news.example/c.jpg", Rights = new PictureRights { Syndicate = true } },
        ],
    };

    public static readonly Article Bylined = Plain with
    {
        Authors = [new("Ada Okafor", "https://news.example/ada"), new("Jürgen \"JW\" Weiß")],
    };

    public static readonly Article Filed = Plain with { Topics = [new("Transport"), new("Arts & \"Culture\"")] };

    public static readonly Article Bodied = Plain with
    {
        Body = "<p>The “bridge” opened on <b>Monday</b> 🌉.</p>",
    };

    public static readonly Article BodyEndsSection = Plain with { Body = "<pre>a[b[0]]>c\r\n]]]]></pre>" };

    public static readonly Article Unclean = Plain with
    {
        Headline = "Bell\u0007 half \uD83C surrogate \uFFFF",
        Body = "<p>\u0000\uFFFE\uDF09</p>",
    };

    public static readonly Article Sectioned = Filed with { Section = "Home & Abroad" };

    public static readonly Article Corrected = Bodied with
    {
        Correction = "An earlier version said \"Tuesday\" & gave the width as < 5 m.",
    };
}
