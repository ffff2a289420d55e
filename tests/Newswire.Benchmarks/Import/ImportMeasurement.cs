using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Configuration;
using Newswire.Benchmarks.Load;
using Newswire.CommandLine;
using Newswire.CommandLine.Targets;
using Newswire.CommandLine.Terminal;

namespace Newswire.Benchmarks.Import;

/// <summary>How fast a newsroom moves in: an archive as lines of JSON, through the command line and a server into the emulator.</summary>
internal static class ImportMeasurement
{
    /// <summary>How large the archive is unless told otherwise.</summary>
    public const int Articles = 20_000;

    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    public static async Task<int> RunAsync(int articles)
    {
        await using var server = await MeasuredServer.StartAsync(Console.Out);
        var folder = Directory.CreateTempSubdirectory("newswire-import-");
        try
        {
            var source = Path.Combine(folder.FullName, "articles.ndjson");
            await WriteAsync(source, articles);
            var key = server.Client.DefaultRequestHeaders.Authorization!.Parameter!;
            var settings = new ConfigurationBuilder()
                .AddInMemoryCollection([new(TargetOpening.ServerVariable, server.Address.ToString()), new(TargetOpening.KeyVariable, key)])
                .Build();
            var surroundings = new CommandSurroundings(
                new Screen(Console.Out, Console.Error, IsTerminal: false), new TargetOpening(settings), TimeProvider.System);

            var start = Stopwatch.GetTimestamp();
            var code = await NewswireCommand.RunAsync(["import", source], surroundings);
            var taken = Stopwatch.GetElapsedTime(start);
            await WaitUntilVisibleAsync(server.Client, articles);
            var visible = Stopwatch.GetElapsedTime(start);

            start = Stopwatch.GetTimestamp();
            await NewswireCommand.RunAsync(["import", source], surroundings);
            var again = Stopwatch.GetElapsedTime(start);
            await Console.Out.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture,
                $"{articles:N0} articles, {new FileInfo(source).Length / 1e6:N1} MB: taken after {taken.TotalSeconds:N1} s, {articles / taken.TotalSeconds:N0} a second; visible after {visible.TotalSeconds:N1} s, {articles / visible.TotalSeconds:N0} a second; passed over in a second run in {again.TotalSeconds:N1} s"));
            return code;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task WriteAsync(string path, int articles)
    {
        await using var file = File.Create(path);
        for (var number = 0; number < articles; number++)
        {
            await file.WriteAsync(LoadArticles.Write(Id(number), number, paragraphs: 5));
            file.WriteByte((byte)'\n');
        }
    }

    /// <summary>The last article taken is the last that becomes visible.</summary>
    private static async Task WaitUntilVisibleAsync(HttpClient client, int articles)
    {
        var start = Stopwatch.GetTimestamp();
        while (true)
        {
            using var answer = await client.GetAsync("/api/articles/" + Id(articles - 1));
            if (answer.IsSuccessStatusCode)
            {
                return;
            }

            if (Stopwatch.GetElapsedTime(start) > Longest)
            {
                throw new TimeoutException($"The import has not become visible in {Longest.TotalMinutes} minutes.");
            }

            await Task.Delay(TimeSpan.FromMilliseconds(200));
        }
    }

    private static string Id(int number) => string.Create(CultureInfo.InvariantCulture, $"imported-{number}");
}
