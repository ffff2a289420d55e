using Newswire.Partners.Profiles;
using Newswire.TestKit;

namespace Newswire.Tests.Partners.Profiles;

public sealed class ExcerptTests
{
    [Theory]
    [InlineData("Long enough.", "<p>Body.</p>", 12, "Long enough.")]
    [InlineData("Too short.", "<p>The bridge opened on Monday.</p>", 15, "Too short. The bridge…")]
    [InlineData("Without a stop", "<p>The bridge opened.</p>", 21, "Without a stop – The bridge…")]
    [InlineData(null, "<p>The bridge opened.</p>", 3, "The…")]
    [InlineData(null, "<p>The bridge opened.</p>", 4, "The bridge…")]
    [InlineData(null, "<p>The bridge opened.</p>", 18, "The bridge opened.")]
    [InlineData("All there is", "<p>is too short.</p>", 99, "All there is – is too short.")]
    [InlineData("No body", "", 99, "No body")]
    [InlineData(null, "<p>One</p><figure><img src=\"x\"><figcaption>caption</figcaption></figure><p>two</p>", 99, "One two")]
    public void A_standfirst_takes_from_the_body_what_it_lacks_up_to_the_end_of_a_word(string? standfirst, string body, int min, string expected) =>
        Assert.Equal(expected, Excerpt.NoShorterThan(Some.Article(standfirst: standfirst, body: body), min));

    [Fact]
    public void Where_no_space_ends_a_word_the_cut_is_behind_a_character() =>
        Assert.Equal(
            new string('橋', 10) + "…",
            Excerpt.NoShorterThan(Some.Article(standfirst: null, body: $"<p>{new string('橋', 100)}</p>"), 9));

    [Theory]
    [InlineData("Exactly so", 10, "Exactly so")]
    [InlineData("One too many", 11, "One too ma…")]
    [InlineData("One two", 5, "One…")]
    [InlineData("👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧", 2, "👩‍👩‍👧…")]
    public void A_description_is_cut_between_characters(string text, int max, string expected) =>
        Assert.Equal(expected, Excerpt.NoLongerThan(text, max));
}
