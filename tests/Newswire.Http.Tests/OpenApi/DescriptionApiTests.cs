using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Newswire.Http.Tests.Surface;

namespace Newswire.Http.Tests.OpenApi;

/// <summary>How the description is served, to programs and to people.</summary>
public sealed class DescriptionApiTests : SurfaceTests
{
    public static TheoryData<string> Paths => ["/openapi.json", "/developers"];

    [Fact]
    public async Task The_document_names_the_publication_and_where_its_surface_is()
    {
        await using var surface = await NewswireSurface.StartAsync(title: "The Courier & Sons", baseUrl: "https://courier.example/syndication/");

        var document = (await surface.GetAsync("/openapi.json")).Json;

        Assert.StartsWith("3.1.", document.GetProperty("openapi").GetString(), StringComparison.Ordinal);
        Assert.StartsWith("The Courier & Sons", document.GetProperty("info").GetProperty("title").GetString(), StringComparison.Ordinal);
        Assert.Equal("https://courier.example/syndication", document.GetProperty("servers")[0].GetProperty("url").GetString());
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task What_is_there_already_is_not_sent_again(string path)
    {
        var first = await Surface.GetAsync(path);
        var again = await Surface.GetAsync(path, ("If-None-Match", first["ETag"]!));

        Assert.Equal(200, first.Status);
        Assert.Equal(304, again.Status);
        Assert.Empty(again.Bytes);
        Assert.Equal(first["ETag"], again["ETag"]);
        Assert.Equal("public, max-age=300", again["Cache-Control"]);
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task HEAD_says_the_same_without_content(string path)
    {
        var get = await Surface.GetAsync(path);
        var head = await Surface.SendWithAsync([], HttpMethod.Head, path);

        Assert.Empty(head.Bytes);
        Assert.Equal(
            get.Headers.Where(header => header.Key != "Date").OrderBy(header => header.Key, StringComparer.Ordinal),
            head.Headers.Where(header => header.Key != "Date").OrderBy(header => header.Key, StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task It_comes_compressed_to_who_takes_that_and_is_the_same(string path)
    {
        var plain = await Surface.GetAsync(path);
        var compressed = await Surface.GetAsync(path, ("Accept-Encoding", "gzip"));

        Assert.Equal("gzip", compressed["Content-Encoding"]);
        Assert.Equal("Accept-Encoding", compressed["Vary"]);
        Assert.NotEqual(plain["ETag"], compressed["ETag"]);
        await using var unpacked = new GZipStream(new MemoryStream(compressed.Bytes), CompressionMode.Decompress);
        using var reader = new StreamReader(unpacked, Encoding.UTF8);
        Assert.Equal(plain.Text, await reader.ReadToEndAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Tools_in_pages_of_other_sites_may_read_the_document()
    {
        var answer = await Surface.GetAsync("/openapi.json");

        Assert.Equal("application/json; charset=utf-8", answer["Content-Type"]);
        Assert.Equal("*", answer["Access-Control-Allow-Origin"]);
    }

    [Fact]
    public async Task Describing_asks_storage_for_nothing() => Assert.Empty(await Surface.OperationsOfAsync(async () =>
    {
        await Surface.GetAsync("/openapi.json");
        await Surface.GetAsync("/developers");
    }));

    [Fact]
    public async Task The_document_is_served_as_it_was_written()
    {
        var served = (await Surface.GetAsync("/openapi.json")).Json;

        Assert.True(JsonElement.DeepEquals(JsonSerializer.SerializeToElement(Contract.Ours.Document), served));
    }
}
