using System.Globalization;
using Newswire.Feeds;
using Newswire.Formats;
using Newswire.TestKit;

namespace Newswire.Http.Tests.Browser;

/// <summary>The newsrooms whose pages are looked at: by the prefix they are served under.</summary>
internal static class Newsrooms
{
    public static readonly IReadOnlyList<Newsroom> All =
    [
        new(
            "small",
            "The Example Times",
            Titles(("latest", "Latest"), ("authors/ada-okafor", "Ada Okafor"), ("topics/transport", "Transport")),
            Stories),
        new("large", "The Example Times", ManyTitles(), Stories),
        new("hostile", "<img src=x onerror=alert(1)>\"'", Titles(("latest", "</script><script>alert(2)</script>")), Hostile),
        new("empty", "The Example Times", Titles(("latest", "Latest")), _ => []),
        new("none", "The Example Times", Titles(), _ => []),
    ];

    private static SortedDictionary<string, string> Titles(params IEnumerable<(string Name, string Title)> feeds) =>
        new(feeds.ToDictionary(feed => feed.Name, feed => feed.Title), StringComparer.Ordinal);

    private static SortedDictionary<string, string> ManyTitles()
    {
        string[] first = ["Arts", "Business", "City", "Football", "Health", "Northern", "Rural", "School", "Transport", "Weather"];
        string[] second = ["policy", "and the law", "in pictures", "opinion", "letters", "finance", "in Exampleton upon Sea", "history"];
        var topics = first.SelectMany(a => second, (a, b) => $"{a} {b}")
            .Concat(Enumerable.Range(1, 380).Select(i => ((char)('A' + (i * 7 % 26))) + string.Create(CultureInfo.InvariantCulture, $"valon ward {i}")))
            .Select(title => ("topics/" + Slug.From(title), title));
        string[] authors = ["Ada Okafor", "Mei Tanaka", "Jürgen Weiß", "نجيب منصور", "Siân Rhys-Llewellyn"];
        return Titles(
        [
            ("latest", "Latest"),
            ("weekend/long-reads", "Long reads"),
            ("front-page", "Front page"),
            .. topics,
            .. authors.Select(name => ("authors/" + Slug.From(name), name)),
        ]);
    }

    private static List<Entry> Stories(string baseUrl)
    {
        (string Headline, string Standfirst, string? Language)[] told =
        [
            ("Harbour bridge opens a month early", "Ferries keep running until Easter, and the first tram crosses on Monday morning.", null),
            ("Council votes to keep all nine branch libraries open", "Opening hours will be shorter on Tuesdays; a mobile library takes over the northern villages.", null),
            ("“We were told it could not be done”: how a school choir came to sing at the opera", "A report in three parts.", null),
            ("Flood defences held, engineers say, after the wettest week since 1968", "", null),
            ("جسر المرفأ يُفتح قبل موعده بشهر", "تستمر العبّارات في العمل حتى عيد الفصح.", "ar"),
            ("Y bont yn agor fis yn gynnar", "Bydd y fferi yn rhedeg tan y Pasg.", "cy"),
            ("Donaudampfschifffahrtsgesellschaftskapitänswitwenrentenversicherungsanstalt wird geschlossen", "Ein Nachruf.", "de"),
            ("Market traders welcome the return of the Saturday night market", "Stalls stay open until eleven.", null),
        ];
        return
        [
            .. told.Select((story, i) => Some.Entry(
                $"tag:news.example,2026:{i + 1}",
                Some.Morning.AddHours(-3 * i),
                Some.Morning.AddHours((-3 * i) + (i == 1 ? 1 : 0)),
                Some.Article(
                    story.Headline,
                    story.Standfirst.Length == 0 ? null : story.Standfirst,
                    url: $"https://news.example/{i + 1}",
                    language: story.Language,
                    authors: i % 3 == 1 ? ["Mei Tanaka", "Jürgen Weiß"] : ["Ada Okafor"],
                    featured: i is 3 or 6
                        ? null
                        : Some.Picture($"{baseUrl}/pictures/{i}.svg", i == 7 ? null : 1200, i == 7 ? null : 800)) with
                {
                    Correction = i == 1 ? "An earlier version of this article gave the number of branches as eight." : null,
                })),
        ];
    }

    private static List<Entry> Hostile(string baseUrl)
    {
        string[] attacks =
        [
            "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "' onmouseover='alert(1)", "</title><script>alert(1)</script>",
            "--><script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;", "<svg/onload=alert(1)>",
        ];
        return
        [
            .. attacks.Select((attack, i) => Some.Entry(article: Some.Article(
                attack,
                attack,
                url: i % 2 == 0 ? "javascript:alert(1)//" : "https://news.example/?a=\"><script>alert(1)</script>",
                language: "en\" onload=\"alert(1)",
                authors: [attack],
                featured: Some.Picture($"{baseUrl}/pictures/{i}.svg", caption: attack, alt: attack, credits: [attack])) with
            {
                Correction = attack,
                Authors = [new(attack, "javascript:alert(1)")],
            })),
        ];
    }
}
