using Newswire.Articles.Html;

namespace Newswire.Tests.Articles.Html;

public sealed class CreditsTests
{
    [Theory]
    [InlineData("Greg Balfour Evans / Alamy Stock Photo", "Greg Balfour Evans", "Alamy Stock Photo")]
    [InlineData("Ada Okafor/Harbour Press", "Ada Okafor", "Harbour Press")]
    [InlineData("AFP via Getty Images", "AFP", "Getty Images")]
    [InlineData("Ada Okafor | Mei Tanaka; Reuters", "Ada Okafor", "Mei Tanaka", "Reuters")]
    [InlineData("Leila Cutler, Marianthi Lainas, Alamy", "Leila Cutler", "Marianthi Lainas", "Alamy")]
    [InlineData("Smith, John", "Smith, John")]
    [InlineData("Harbour Pictures, Inc.", "Harbour Pictures, Inc.")]
    [InlineData("Office of the Mayor, city hall", "Office of the Mayor, city hall")]
    [InlineData("Marks and Spencer", "Marks and Spencer")]
    [InlineData("Photo: Ada Okafor / PA", "Ada Okafor", "PA")]
    [InlineData("Featured Image Credit: Mei Tanaka", "Mei Tanaka")]
    [InlineData("Photograph by Jo Bell", "Jo Bell")]
    [InlineData("© Jo Bell", "Jo Bell")]
    [InlineData("(Jo Bell/AP)", "Jo Bell", "AP")]
    [InlineData("24/7 Pictures", "24/7 Pictures")]
    [InlineData("Ada Okafor / Ada Okafor", "Ada Okafor")]
    [InlineData(" / ; ")]
    public void A_credit_line_is_split_into_whole_names(string line, params string[] names) =>
        Assert.Equal(names, Credits.Split(line));

    [Theory]
    [InlineData("The bridge at dawn. Photo: Jo Bell / AP", "The bridge at dawn.", "Jo Bell", "AP")]
    [InlineData("The bridge at dawn. Photograph: Jo Bell/The Example", "The bridge at dawn.", "Jo Bell", "The Example")]
    [InlineData("The bridge at dawn (Jo Bell/AP)", "The bridge at dawn", "Jo Bell", "AP")]
    [InlineData("The bridge at dawn (Getty Images)", "The bridge at dawn", "Getty Images")]
    [InlineData("The bridge at dawn. Image by Jo Bell", "The bridge at dawn.", "Jo Bell")]
    [InlineData("Credit: Jo Bell", "", "Jo Bell")]
    [InlineData("The bridge (opened in 1901)", "The bridge (opened in 1901)")]
    [InlineData("Visitors pose for a photo by the sea", "Visitors pose for a photo by the sea")]
    public void A_credit_at_the_end_of_a_caption_is_found(string caption, string rest, params string[] credits)
    {
        var (found, names) = Credits.TakeFrom(caption);
        Assert.Equal(rest, found);
        Assert.Equal(credits, names);
    }
}
