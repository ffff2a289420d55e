using Newswire.Feeds;

namespace Newswire.Tests.Feeds;

public sealed class SlugTests
{
    [Theory]
    [InlineData("UK News", "uk-news")]
    [InlineData("  Drugs & Crime! ", "drugs-crime")]
    [InlineData("Côte d’Ivoire", "cote-d-ivoire")]
    [InlineData("Co\u0302te d’Ivoire", "cote-d-ivoire")]
    [InlineData("STRAßE Łódź", "strasse-lodz")]
    [InlineData("日本", "日本")]
    [InlineData("हिन्दी", "हिन्दी")]
    [InlineData("Ελλάδα", "ελλάδα")]
    [InlineData("COVID-19", "covid-19")]
    [InlineData("../../etc", "etc")]
    public void A_name_becomes_letters_digits_and_hyphens(string name, string slug) => Assert.Equal(slug, Slug.From(name));

    [Fact]
    public void A_name_without_letters_is_named_by_its_hash()
    {
        Assert.NotEqual(Slug.From("!!!"), Slug.From("???"));
        Assert.Matches("^[0-9a-f]{12}$", Slug.From("!!!"));
    }

    [Fact]
    public void Long_names_stay_different_and_short_enough()
    {
        var one = Slug.From(new string('a', 200) + "1");
        var two = Slug.From(new string('a', 200) + "2");
        Assert.NotEqual(one, two);
        Assert.Equal(Slug.MaxLength, one.Length);
    }

    [Fact]
    public void A_slug_is_its_own_slug()
    {
        foreach (var name in (string[])["UK News", "Côte d’Ivoire", "日本", "हिन्दी", new string('x', 300)])
        {
            Assert.Equal(Slug.From(name), Slug.From(Slug.From(name)));
        }
    }
}
