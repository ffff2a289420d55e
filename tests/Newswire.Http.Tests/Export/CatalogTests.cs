using System.Net.Http.Headers;
using System.Text;
using Newswire.Catalog.Export;
using Newswire.Http.Tests.Surface;

namespace Newswire.Http.Tests.Export;

public sealed class CatalogTests : SurfaceTests
{
    [Fact]
    public async Task The_catalog_comes_part_by_part_each_leading_to_the_next()
    {
        for (var i = 0; i < CatalogExport.MaxLines + 10; i += 500)
        {
            await Surface.BatchAsync(Ndjson(string.Join('\n', Enumerable.Range(i, 500).Select(n => $$"""{"id":"a{{n}}","withdraw":true}"""))));
        }

        var first = await Surface.SendAsync(HttpMethod.Get, "/api/catalog");
        Assert.Equal(200, first.Status);
        Assert.Equal("application/x-ndjson; charset=utf-8", first["Content-Type"]);
        Assert.Equal("no-store", first["Cache-Control"]);
        Assert.Equal(CatalogExport.MaxLines, first.Lines.Count);

        var link = first["Link"]!;
        var second = await Surface.SendAsync(HttpMethod.Get, link[1..link.IndexOf('>', StringComparison.Ordinal)]);
        Assert.EndsWith("rel=\"next\"", link, StringComparison.Ordinal);
        Assert.Equal(500, second.Lines.Count);
        Assert.Null(second["Link"]);
        Assert.Equal("a2499", second.Lines[^1].GetProperty("articleId").GetString());
    }

    [Theory]
    [InlineData("x")]
    [InlineData("0.0")]
    [InlineData("1.-1")]
    public async Task A_position_that_is_none_is_refused(string after)
    {
        var answer = await Surface.SendAsync(HttpMethod.Get, "/api/catalog?after=" + after);

        Assert.Equal(400, answer.Status);
        Assert.Equal("urn:newswire:problem:parameter", answer.Json.GetProperty("type").GetString());
    }

    [Fact]
    public async Task What_was_exported_is_taken_back_line_by_line()
    {
        await Surface.PutAsync("harbour-bridge");
        var exported = (await Surface.SendAsync(HttpMethod.Get, "/api/catalog")).Text;

        var answer = await Surface.SendAsync(HttpMethod.Post, "/api/catalog", Ndjson(exported + "\n{\"change\":\"contract\",\"partner\":\"x\",\"received\":\"2026-03-04T09:00:00Z\"}\n{}\n"));

        Assert.Equal(202, answer.Status);
        Assert.Equal([202, 422, 400], answer.Lines.Select(line => line.GetProperty("status").GetInt32()));
        Assert.Equal([1, 3, 4], answer.Lines.Select(line => line.GetProperty("line").GetInt32()));
        Assert.Equal("harbour-bridge", answer.Lines[0].GetProperty("id").GetString());
        Assert.Equal(exported + exported, (await Surface.SendAsync(HttpMethod.Get, "/api/catalog")).Text);
    }

    [Fact]
    public async Task Nothing_acceptable_is_422_and_nothing_at_all_400()
    {
        Assert.Equal(422, (await Surface.SendAsync(HttpMethod.Post, "/api/catalog", Ndjson("{}"))).Status);
        Assert.Equal(400, (await Surface.SendAsync(HttpMethod.Post, "/api/catalog", Ndjson("\n"))).Status);
        Assert.Equal(415, (await Surface.SendAsync(HttpMethod.Post, "/api/catalog", new StringContent("{}", Encoding.UTF8, "text/plain"))).Status);
        Assert.Equal(0, Surface.CatalogLengthBytes);
    }

    private static StringContent Ndjson(string lines) => new(lines, new MediaTypeHeaderValue("application/x-ndjson"));
}
