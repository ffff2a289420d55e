using AngleSharp.Html.Parser;
using Newswire.Partners;
using static Newswire.Tests.Partners.Profiles.PartnerReader;

namespace Newswire.Tests.Partners.Profiles;

/// <summary>What each partner's own pages demand, checked on what was read from a document.</summary>
internal static class MustHaves
{
    private static readonly HashSet<string> MsnElements =
    [
        "b", "i", "em", "strong", "sub", "sup", "small", "h1", "h2", "h3", "h4", "h5", "a", "img", "table", "thead", "tbody", "tfoot",
        "tr", "td", "th", "col", "caption", "colgroup", "ul", "ol", "li", "p", "div", "span", "br", "blockquote", "iframe",
    ];

    public static void Check(PartnerProfile profile, string extension, ReadArticle article, DateTimeOffset at)
    {
        Assert.StartsWith("tag:", article.Id, StringComparison.Ordinal);
        Assert.NotEmpty(article.Title!);
        Assert.True(Uri.TryCreate(article.Link, UriKind.Absolute, out _));
        Assert.NotEmpty(article.Creators);
        Assert.NotEmpty(article.Rights!);
        Assert.Equal("The Example Times", article.Publisher);
        switch (profile)
        {
            case PartnerProfile.Msn:
                CheckMsn(article, at);
                break;
            case PartnerProfile.SmartNews:
                CheckSmartNews(extension, article);
                break;
            case PartnerProfile.Flipboard:
                CheckFlipboard(article);
                break;
        }
    }

    private static void CheckMsn(ReadArticle article, DateTimeOffset at)
    {
        Assert.InRange(article.Title!.EnumerateRunes().Count(), 20, 150);
        Assert.StartsWith("https://", article.Link, StringComparison.Ordinal);
        Assert.True(article.Published <= at && at - article.Published < TimeSpan.FromDays(365));
        var body = new HtmlParser().ParseDocument(article.Body!).Body!;
        Assert.NotEmpty(body.TextContent.Trim());
        foreach (var element in body.QuerySelectorAll("*"))
        {
            Assert.Contains(element.LocalName, MsnElements);
        }

        foreach (var image in body.QuerySelectorAll("img"))
        {
            Assert.StartsWith("https://", image.GetAttribute("src"), StringComparison.Ordinal);
            Assert.Equal("1", image.GetAttribute("data-has-syndication-rights"));
        }

        foreach (var link in body.QuerySelectorAll("a"))
        {
            Assert.Contains(new Uri(link.GetAttribute("href")!).Scheme, (string[])["https", "http", "mailto"]);
        }

        if (article.Element is { } element2)
        {
            Assert.Equal(article.Updated, (DateTimeOffset)element2.Element(Dcterms + "modified")!);
            foreach (var picture in element2.Elements(Media + "content"))
            {
                Assert.StartsWith("https://", picture.Attribute("url")!.Value, StringComparison.Ordinal);
                Assert.Equal("1", picture.Element(Mi + "hasSyndicationRights")!.Value);
                Assert.True(picture.Elements(Media + "credit").Count() <= 1);
            }
        }
    }

    private static void CheckSmartNews(string extension, ReadArticle article)
    {
        Assert.NotEmpty(new HtmlParser().ParseDocument(article.Body!).Body!.TextContent.Trim());
        if (article.Element is { } element)
        {
            Assert.Equal("active", element.Element(Media + "status")!.Attribute("state")!.Value);
            Assert.Equal(element.Elements(Media + "content").Any(), element.Elements(Media + "thumbnail").Any());
        }

        if (extension == "rss")
        {
            Assert.Equal(article.Updated, article.Published);
        }
    }

    private static void CheckFlipboard(ReadArticle article)
    {
        Assert.True(article.Summary!.EnumerateRunes().Count() >= 300);
        Assert.NotEmpty(article.EnclosureType!);
        Assert.NotNull(article.EnclosureLength);
        if (article.Element is { } element)
        {
            var picture = element.Elements(Media + "content").Single(content => content.Attribute("url")!.Value == article.EnclosureUrl);
            Assert.True((int)picture.Attribute("width")! >= 500 && (int)picture.Attribute("height")! >= 500);
        }
    }
}
