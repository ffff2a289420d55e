using System.IO.Compression;
using System.Net;
using System.Text;
using Newswire.Http.Tests.Pictures;
using Newswire.Importing;

namespace Newswire.Http.Tests.Importing;

/// <summary>Feeds fetched from a real server on this machine, with their archives.</summary>
public sealed class FeedAddressTests : IAsyncLifetime
{
    private readonly EndedWaits time = new(beside: new ImportOptions().MaxFetchTime);

    private PictureHost host = null!;

    public async ValueTask InitializeAsync() => host = await PictureHost.StartAsync();

    public async ValueTask DisposeAsync() => await host.DisposeAsync();

    [Fact]
    public async Task Archives_are_followed_to_the_oldest_and_an_entry_in_two_documents_is_taken_once()
    {
        Serve("/feed.xml", Atom("prev-archive", "/archive-2.xml", ("c", "C edited"), ("b", "B")));
        Serve("/archive-2.xml", Atom("prev-archive", "/archive-1.xml", ("b", "B as it was"), ("a", "A")));
        Serve("/archive-1.xml", Atom(null, null, ("0", "The first")));

        Assert.Equal(["C edited", "B", "A", "The first"], await ReadAsync("/feed.xml"));
        Assert.Equal(["/feed.xml", "/archive-2.xml", "/archive-1.xml"], host.Requests);
    }

    [Fact]
    public async Task Pages_are_followed_where_there_is_no_archive()
    {
        Serve("/feed.xml", Atom("next", "/feed.xml?paged=2", ("b", "B")));

        Assert.Equal(["B", "left out: The documents of the feed lead in a circle; it ends here."], await ReadAsync("/feed.xml?paged=2"));
    }

    [Fact]
    public async Task A_document_that_is_missing_ends_the_import_and_says_where()
    {
        Serve("/feed.xml", Atom("prev-archive", "/gone.xml", ("b", "B")));

        Assert.Equal(["B", "left out: The server answers 404."], await ReadAsync("/feed.xml"));
    }

    [Theory]
    [InlineData(429, "120")]
    [InlineData(503, "120")]
    [InlineData(503, null)]
    [InlineData(500, null)]
    public async Task A_server_that_asks_to_wait_is_asked_again_after_that(int status, string? retryAfter)
    {
        var asked = 0;
        host.Serve("/feed.xml", async context =>
        {
            if (++asked == 1)
            {
                context.Response.StatusCode = status;
                context.Response.Headers.RetryAfter = retryAfter;
                return;
            }

            await context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(Atom(null, null, ("a", "A"))));
        });

        Assert.Equal(["A"], await ReadAsync("/feed.xml"));
        Assert.Equal(2, asked);
        Assert.Equal([TimeSpan.FromSeconds(retryAfter is null ? 2 : 120)], time.Waits);
    }

    [Fact]
    public async Task A_server_that_never_recovers_is_asked_five_times_less_and_less_often()
    {
        host.Serve("/feed.xml", context =>
        {
            context.Response.StatusCode = 500;
            return Task.CompletedTask;
        });

        Assert.Equal(["left out: The server answers 500."], await ReadAsync("/feed.xml"));
        Assert.Equal([2, 4, 8, 16], time.Waits.Select(wait => wait.TotalSeconds));
    }

    [Fact]
    public async Task A_server_that_wants_more_than_ten_minutes_ends_the_import()
    {
        host.Serve("/feed.xml", context =>
        {
            context.Response.StatusCode = 503;
            context.Response.Headers.RetryAfter = "3600";
            return Task.CompletedTask;
        });

        Assert.Equal(["left out: The server asks to wait for 60 minutes. Run the import again after that; what was taken is not taken twice."], await ReadAsync("/feed.xml"));
    }

    [Fact]
    public async Task Redirects_are_followed_and_relative_addresses_start_where_they_end()
    {
        host.Redirect("/feed.xml", host.Address + "/moved/feed.xml");
        Serve("/moved/feed.xml", Atom("prev-archive", "older.xml", ("b", "B")));
        Serve("/moved/older.xml", Atom(null, null, ("a", "A")));

        Assert.Equal(["B", "A"], await ReadAsync("/feed.xml"));
    }

    [Fact]
    public async Task What_is_compressed_is_unpacked_within_bounds()
    {
        host.Serve("/feed.xml", async context =>
        {
            context.Response.Headers.ContentEncoding = "gzip";
            await using var gzip = new GZipStream(context.Response.Body, CompressionLevel.Fastest);
            await gzip.WriteAsync(Encoding.UTF8.GetBytes(Atom(null, null, ("a", "A"))));
        });
        host.Serve("/bomb.xml", async context =>
        {
            context.Response.Headers.ContentEncoding = "gzip";
            await using var gzip = new GZipStream(context.Response.Body, CompressionLevel.Fastest);
            await gzip.WriteAsync(new byte[2 * 1024 * 1024]);
        });

        Assert.Equal(["A"], await ReadAsync("/feed.xml"));
        Assert.Equal(["left out: The document has more than 1048576 bytes."], await ReadAsync("/bomb.xml"));
    }

    [Fact]
    public async Task The_charset_of_the_server_comes_before_that_of_the_document()
    {
        host.Serve("/feed.xml", async context =>
        {
            context.Response.ContentType = "application/xml; charset=windows-1252";
            await context.Response.Body.WriteAsync(Encoding.Latin1.GetBytes(Atom(null, null, ("a", "Zürich"))));
        });

        Assert.Equal(["Zürich"], await ReadAsync("/feed.xml"));
    }

    [Fact]
    public async Task No_archive_leads_to_a_host_that_is_not_public()
    {
        Serve("/feed.xml", Atom("prev-archive", "http://intranet.example/archive.xml", ("a", "A")));

        Assert.Equal(["A", "left out: The host is not on the public internet."], await ReadAsync("/feed.xml"));
    }

    [Fact]
    public void This_machine_is_not_asked_without_the_switch() =>
        Assert.IsType<ImportOpening.Refused>(ImportSources.Open(host.Address + "/feed.xml", kind: null, new ImportOptions(), time));

    private static string Atom(string? relation, string? to, params IEnumerable<(string Id, string Title)> entries) => $"""
        <?xml version="1.0" encoding="UTF-8"?>
        <feed xmlns="http://www.w3.org/2005/Atom"><title>t</title><id>urn:feed</id>{(relation is null ? "" : $"<link rel=\"{relation}\" href=\"{to}\"/>")}
        {string.Concat(entries.Select(entry => $"<entry><id>urn:{entry.Id}</id><title>{entry.Title}</title><link href=\"https://courier.example/{entry.Id}\"/><updated>2026-03-05T08:00:00Z</updated><content>x</content></entry>"))}
        </feed>
        """;

    private void Serve(string path, string content) => host.Serve(path, Encoding.UTF8.GetBytes(content), "application/atom+xml");

    private async Task<IReadOnlyList<string>> ReadAsync(string path)
    {
        var options = new ImportOptions { AllowLoopback = true, MaxFetchBytes = 1024 * 1024 };
        var opened = Assert.IsType<ImportOpening.Opened>(ImportSources.Open(
            host.Address + path, kind: null, options, time, (_, _) => Task.FromResult(new[] { IPAddress.Parse("10.0.0.1") })));
        return await opened.Source.ReadAsync(TestContext.Current.CancellationToken).Select(item => item switch
        {
            ImportedItem.Article article => System.Text.Json.JsonElement.Parse(article.Json.Span).GetProperty("headline").GetString()!,
            ImportedItem.LeftOut left => "left out: " + left.Reason,
            _ => item.ToString(),
        }).ToListAsync();
    }
}
