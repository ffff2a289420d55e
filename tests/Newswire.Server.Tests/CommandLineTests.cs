using System.Text.Json;
using Newswire.TestKit;

namespace Newswire.Server.Tests;

/// <summary>The command line as a process of its own, over storage and against a server.</summary>
public sealed class CommandLineTests : IAsyncLifetime
{
    // One of its own: a server under another address has left documents in the shared one.
    private readonly StorageEmulator emulator = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => emulator.InitializeAsync();

    public ValueTask DisposeAsync() => emulator.DisposeAsync();

    [Fact]
    public async Task Keys_are_made_listed_and_revoked_over_storage()
    {
        var storage = Storage();

        Assert.Contains("nwp_", await RunAsync(storage, "keys", "create", "cms"), StringComparison.Ordinal);
        Assert.Contains("cms", await RunAsync(storage, "keys", "list"), StringComparison.Ordinal);
        Assert.Contains("revoked", await RunAsync(storage, "keys", "revoke", "cms"), StringComparison.Ordinal);
        Assert.DoesNotContain("nwp_", await RunAsync(storage, "keys", "list"), StringComparison.Ordinal);
        Assert.Contains("'nobody'", await FailAsync(storage, "keys", "revoke", "nobody"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_is_moved_into_verified_and_rebuilt_while_it_answers_every_reader()
    {
        var key = await KeyAsync();
        await using var server = ServerProcess.Start(Storage());
        await server.Listening.WaitAsync(TimeSpan.FromSeconds(60), Token);
        var there = new Dictionary<string, string?>(StringComparer.Ordinal) { ["NEWSWIRE_SERVER"] = server.Address.ToString(), ["NEWSWIRE_KEY"] = key };
        var file = Path.GetTempFileName();
        await File.WriteAllLinesAsync(file, Enumerable.Range(0, 300).Select(Article), Token);
        await RunAsync(there, "import", file, "--kind", "ndjson");
        using var reader = new HttpClient { BaseAddress = server.Address };
        await UntilShownAsync(reader);

        Assert.Contains("is what the catalog says", await RunAsync(there, "verify"), StringComparison.Ordinal);

        using var over = new CancellationTokenSource();
        var before = await reader.GetAsync(new Uri("feeds/latest.atom", UriKind.Relative), Token);
        var reading = Task.Run(() => ReadAsync(reader, over.Token), Token);
        await RunAsync(there, "rebuild");
        await over.CancelAsync();

        Assert.InRange(await reading, 1, int.MaxValue);
        var after = await reader.GetAsync(new Uri("feeds/latest.atom", UriKind.Relative), Token);
        Assert.Equal((before.Headers.ETag, before.Content.Headers.LastModified), (after.Headers.ETag, after.Content.Headers.LastModified));
        File.Delete(file);
    }

    private static string Article(int number) => JsonSerializer.Serialize(new
    {
        id = $"article-{number}",
        version = 1,
        headline = $"Article {number}",
        url = $"https://news.example/{number}",
        published = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(number),
        body = "<p>It opened on Monday.</p>",
    });

    /// <returns>How many answers it got, all of them good and none with fewer articles than there are.</returns>
    private static async Task<int> ReadAsync(HttpClient reader, CancellationToken over)
    {
        var answers = 0;
        while (!over.IsCancellationRequested)
        {
            using var answer = await reader.GetAsync(new Uri("feeds/latest.json", UriKind.Relative), Token);
            Assert.Equal(200, (int)answer.StatusCode);
            Assert.Contains("Article 299", await answer.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
            answers++;
        }

        return answers;
    }

    private static async Task UntilShownAsync(HttpClient reader)
    {
        while (true)
        {
            using var answer = await reader.GetAsync(new Uri("feeds/latest.json", UriKind.Relative), Token);
            if ((await answer.Content.ReadAsStringAsync(Token)).Contains("Article 299", StringComparison.Ordinal))
            {
                return;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(100), Token);
        }
    }

    private static async Task<string> RunAsync(Dictionary<string, string?> settings, params string[] args)
    {
        await using var command = ServerProcess.StartCommand(settings, args);
        var code = await command.ExitAsync();
        Assert.True(code == 0, $"{string.Join(' ', args)}: {code}, {command.Output}, {command.Errors}");
        return command.Output;
    }

    private static async Task<string> FailAsync(Dictionary<string, string?> settings, params string[] args)
    {
        await using var command = ServerProcess.StartCommand(settings, args);
        Assert.NotEqual(0, await command.ExitAsync());
        return command.Errors;
    }

    private Dictionary<string, string?> Storage() =>
        new(StringComparer.Ordinal) { ["Storage__ConnectionString"] = emulator.ConnectionString };

    private async Task<string> KeyAsync() => (await RunAsync(Storage(), "keys", "create", "the CMS"))
        .Split('\n', StringSplitOptions.TrimEntries).Single(line => line.StartsWith("nwp_", StringComparison.Ordinal));
}
