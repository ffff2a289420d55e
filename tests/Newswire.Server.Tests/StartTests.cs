using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Newswire.TestKit;

namespace Newswire.Server.Tests;

/// <summary>What a person meets who runs the server.</summary>
[Collection(SharedStorage.Name)]
public sealed class StartTests(StorageEmulator emulator) : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("newswire-").FullName;

    [Fact]
    public async Task The_sample_newsroom_publishes_and_the_printed_line_publishes_one_more()
    {
        await using var server = ServerProcess.Start(
            new Dictionary<string, string?> { ["Development__DataFolder"] = folder }, "--sample");
        await server.Listening;

        using var client = new HttpClient { BaseAddress = server.Address };
        Assert.Contains($"{server.Address}feeds/latest.rss", server.Output, StringComparison.Ordinal);
        var feed = XDocument.Parse(await client.GetStringAsync("feeds/latest.rss"));
        Assert.True(feed.Descendants("item").Count() >= 12);
        Assert.DoesNotContain("ferry-timetable", feed.ToString(), StringComparison.Ordinal);

        var line = Regex.Match(server.Output, "^curl .*$", RegexOptions.Multiline, TimeSpan.FromSeconds(1)).Value;
        using var shell = Process.Start(new ProcessStartInfo("sh", ["-c", line]) { RedirectStandardOutput = true, UseShellExecute = false })!;
        Assert.Contains("\"visible\":true", await shell.StandardOutput.ReadToEndAsync(), StringComparison.Ordinal);
        Assert.Contains("My first article", await client.GetStringAsync("feeds/latest.rss"), StringComparison.Ordinal);

        Assert.Equal(0, await server.InterruptAsync());
        Assert.Empty(server.Errors.Trim());
    }

    [Fact]
    public async Task A_scheduled_article_appears_when_its_time_has_come_and_not_before()
    {
        await using var server = ServerProcess.Start(
            new Dictionary<string, string?> { ["Development__DataFolder"] = folder }, "--sample");
        await server.Listening;
        using var client = new HttpClient { BaseAddress = server.Address };
        client.DefaultRequestHeaders.Authorization = new("Bearer", Regex.Match(server.Output, @"nwp_\S+", RegexOptions.None, TimeSpan.FromSeconds(1)).Value);
        var due = DateTimeOffset.UtcNow.AddSeconds(3);
        using var answer = await client.PutAsync("api/articles/scheduled", new StringContent(
            $$"""{"headline":"Under embargo","url":"https://news.example/scheduled","published":"{{due:O}}"}""", Encoding.UTF8, "application/json"));
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);

        // The sweep, which comes once a minute, would be there much later than the message that waits for the moment.
        while (!(await client.GetStringAsync("feeds/latest.rss")).Contains("Under embargo", StringComparison.Ordinal))
        {
            Assert.True(DateTimeOffset.UtcNow < due.AddSeconds(40));
        }

        Assert.True(DateTimeOffset.UtcNow >= due);

        // Ended and not killed: its emulator writes into the folder as long as it lives.
        Assert.Equal(0, await server.InterruptAsync());
    }

    [Fact]
    public async Task Without_samples_it_starts_empty_and_says_how_to_make_a_key()
    {
        await using var server = ServerProcess.Start(new Dictionary<string, string?> { ["Development__DataFolder"] = folder });
        await server.Listening;
        using var client = new HttpClient { BaseAddress = server.Address };
        Assert.Contains("No article has been published yet", await client.GetStringAsync(""), StringComparison.Ordinal);
        Assert.Contains("keys create", server.Output, StringComparison.Ordinal);
        Assert.Equal(0, await server.InterruptAsync());
    }

    [Fact]
    public async Task A_taken_port_is_one_clear_sentence()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        await AssertEndsAsync(
            new() { ["Storage__ConnectionString"] = emulator.ConnectionString, ["Urls"] = $"http://127.0.0.1:{port}" },
            $"{port}");
    }

    [Fact]
    public async Task Storage_that_cannot_be_reached_is_one_clear_sentence()
    {
        var port = ServerProcess.FreePort();
        await AssertEndsAsync(
            new()
            {
                ["Storage__ConnectionString"] = $"DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;AccountKey=a2V5;BlobEndpoint=http://127.0.0.1:{port}/devstoreaccount1;QueueEndpoint=http://127.0.0.1:{port}/devstoreaccount1;",
                ["Storage__RetryDelay"] = "00:00:00.001",
            },
            "Storage does not answer");
    }

    [Fact]
    public async Task A_missing_node_is_one_clear_sentence() =>
        await AssertEndsAsync(new() { ["PATH"] = folder, ["Development__DataFolder"] = folder }, "Node.js 20");

    [Theory]
    [InlineData("Storage__ConnectionString", "nonsense", "Storage:ConnectionString")]
    [InlineData("Publication__TagAuthority", "nonsense", "Publication:TagAuthority")]
    public async Task A_setting_that_cannot_be_used_is_named(string name, string value, string named) =>
        await AssertEndsAsync(new() { ["Storage__ConnectionString"] = emulator.ConnectionString, [name] = value }, named);

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static async Task AssertEndsAsync(Dictionary<string, string?> settings, string sentence, params string[] args)
    {
        await using var server = ServerProcess.Start(settings, args);
        Assert.NotEqual(0, await server.ExitAsync());
        var line = Assert.Single(server.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        Assert.Contains(sentence, line, StringComparison.Ordinal);
    }
}
