using AngleSharp.Html.Parser;
using Newswire.Articles.Html;
using Newswire.Articles.PageImport;

namespace Newswire.Tests.Articles.Html;

/// <summary>
/// Linear work shows as counts that grow with the input and not with its square; work without end shows as a test that
/// never ends, endless recursion as a run that dies.
/// </summary>
public sealed class HostileMarkupTests
{
    private static readonly Uri Page = new("https://news.example/uk/story");

    public static TheoryData<string, int> Cases =>
        [.. HostileMarkup.Kinds.Keys.SelectMany(kind => new[] { (kind, 1 << 18), (kind, 1 << 20) })];

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_body_is_cleaned_or_refused_within_bounds(string kind, int size)
    {
        var body = BodyHtml.Clean(HostileMarkup.Kinds[kind](size), Page, []);

        Assert.True(body.Html.Length <= BodyHtml.MaxLengthBytes);
        Assert.True(XmlText.IsClean(body.Html));
        var document = new HtmlParser().ParseDocument(body.Html);
        Assert.True(document.All.Length <= 4 * BodyHtml.MaxElements);
        Assert.True(body.Html.Length > 0 || body.Pictures.Count == 0);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_page_is_imported_or_refused(string kind, int size)
    {
        var shell = "<html><head><meta property=og:type content=article></head><body><h1>Headline</h1><article>";
        var result = PageImporter.Import(shell + HostileMarkup.Kinds[kind](size), Page);

        Assert.True(result is ImportResult.Found or ImportResult.NoArticle);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_text_field_never_grows(string kind, int size)
    {
        var markup = HostileMarkup.Kinds[kind](size);
        Assert.True(PlainText.From(markup).Length <= markup.Length);
    }

    [Fact]
    public void Three_hundred_thousand_levels_make_a_shallow_tree()
    {
        var tree = HtmlTree.Parse(HostileMarkup.Repeat("<b>", 900_000), 1_000_000);
        Assert.False(tree.IsOverfull);
        Assert.Equal(TreeBuilder.MaxDepth / 2, tree.Root.Descendants.Count());
    }

    [Fact]
    public void Formatting_left_open_is_not_begun_again_without_bound()
    {
        var markup = HostileMarkup.Repeat("<b id=1>", 400_000) + HostileMarkup.Repeat("<p>x", 80_000);
        var tree = HtmlTree.Parse(markup, 1_000_000);
        Assert.Equal(20_000 + TreeBuilder.MaxDepth / 2, tree.Root.Descendants.Count());
    }

    [Fact]
    public void Too_many_elements_are_refused_rather_than_built() =>
        Assert.True(BodyHtml.Clean(HostileMarkup.Repeat("<hr>", 1 << 20), Page, []).TooLarge);
}
