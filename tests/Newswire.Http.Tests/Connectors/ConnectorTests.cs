using System.Text.Json.Nodes;
using Newswire.Http.Tests.Surface;

namespace Newswire.Http.Tests.Connectors;

/// <summary>The newsroom's side: connectors made, listed, changed, removed.</summary>
public sealed class ConnectorTests : SurfaceTests
{
    [Fact]
    public async Task A_connector_is_made_with_an_address_and_a_secret_that_is_shown_once()
    {
        var made = await PutAsync("blog", """{"kind":"ghost"}""");
        var shown = await Surface.SendAsync(HttpMethod.Get, "/api/connectors/blog");
        var listed = await Surface.SendAsync(HttpMethod.Get, "/api/connectors");

        Assert.Equal((201, "/api/connectors/blog"), (made.Status, made["Location"]));
        Assert.StartsWith("nwc_", made.Json.GetProperty("secret").GetString(), StringComparison.Ordinal);
        Assert.Equal("https://syndication.example/api/connectors/blog/events", made.Json.GetProperty("connector").GetProperty("url").GetString());
        Assert.Equal("ghost", shown.Json.GetProperty("kind").GetString());
        Assert.Equal("blog", Assert.Single(listed.Json.GetProperty("connectors").EnumerateArray()).GetProperty("name").GetString());
        Assert.DoesNotContain("nwc_", shown.Text + listed.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Surface.Log.Lines, line => line.Contains("nwc_", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Changing_a_connector_keeps_its_secret_and_shows_none()
    {
        await PutAsync("blog", """{"kind":"wordpress"}""");

        var changed = await PutAsync("blog", """{"kind":"wordpress","authors":[{"id":"2","name":"Ines Rocha"}]}""");

        Assert.Equal(200, changed.Status);
        Assert.False(changed.Json.TryGetProperty("secret", out _));
        Assert.Equal("Ines Rocha", changed.Json.GetProperty("authors")[0].GetProperty("name").GetString());
    }

    [Theory]
    [InlineData("blog", "{}", "/kind")]
    [InlineData("blog", """{"kind":"drupal"}""", "/kind")]
    [InlineData("blog", """{"kind":"ghost","secret":"short"}""", "/secret")]
    [InlineData("blog", """{"kind":"ghost","authors":[{"name":"x"}]}""", "/authors/0/id")]
    [InlineData("blog", """{"kind":"ghost","authors":[{"id":"1"}]}""", "/authors/0/name")]
    [InlineData("My-Blog", """{"kind":"ghost"}""", "")]
    public async Task What_is_wrong_is_named_by_its_pointer(string name, string wish, string pointer)
    {
        var answer = await PutAsync(name, wish);

        Assert.Equal(422, answer.Status);
        Assert.Equal([pointer], answer.Pointers);
    }

    [Fact]
    public async Task There_are_at_most_a_hundred()
    {
        for (var i = 0; i < 100; i++)
        {
            Assert.Equal(201, (await PutAsync($"blog-{i}", """{"kind":"ghost"}""")).Status);
        }

        Assert.Equal(409, (await PutAsync("one-more", """{"kind":"ghost"}""")).Status);
        Assert.Equal(200, (await PutAsync("blog-7", """{"kind":"ghost"}""")).Status);
    }

    [Fact]
    public async Task One_that_was_removed_is_unknown()
    {
        await PutAsync("blog", """{"kind":"ghost"}""");

        Assert.Equal(204, (await Surface.SendAsync(HttpMethod.Delete, "/api/connectors/blog")).Status);
        Assert.Equal(404, (await Surface.SendAsync(HttpMethod.Delete, "/api/connectors/blog")).Status);
        Assert.Equal(404, (await Surface.SendAsync(HttpMethod.Get, "/api/connectors/blog")).Status);
    }

    private Task<Answer> PutAsync(string name, string wish) =>
        Surface.SendAsync(HttpMethod.Put, "/api/connectors/" + name, Send.Json(JsonNode.Parse(wish)!));
}
