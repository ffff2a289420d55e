using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Newswire.Benchmarks.Load;

/// <summary>How long a batch takes from the request to the feed that shows its last article.</summary>
/// <param name="Lines">How many articles.</param>
/// <param name="Bytes">The size of the request's content.</param>
/// <param name="Accepted">From the request to its answer.</param>
/// <param name="Visible">From the request to the feed that shows the last article.</param>
internal sealed record BatchLoad(int Lines, long Bytes, TimeSpan Accepted, TimeSpan Visible)
{
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(4);

    /// <param name="client">A client with a publisher key.</param>
    /// <param name="lines">How many articles.</param>
    /// <param name="prefix">What their ids begin with.</param>
    /// <param name="from">The number of the first; see <see cref="LoadArticles.Write"/>.</param>
    public static async Task<BatchLoad> MeasureAsync(HttpClient client, int lines, string prefix, int from)
    {
        var batch = new MemoryStream();
        for (var line = 0; line < lines; line++)
        {
            batch.Write(LoadArticles.Write(Id(line), from + line, paragraphs: 5));
            batch.Write("\n"u8);
        }

        using var content = new ByteArrayContent(batch.ToArray());
        content.Headers.ContentType = new("application/x-ndjson");
        var start = Stopwatch.GetTimestamp();
        using var response = await client.PostAsync("/api/articles", content);
        response.EnsureSuccessStatusCode();
        var accepted = Stopwatch.GetElapsedTime(start);

        var last = Encoding.ASCII.GetBytes($"/{Id(lines - 1)}\"");
        while (Stopwatch.GetElapsedTime(start) < Longest)
        {
            if ((await client.GetByteArrayAsync("/feeds/latest.json")).AsSpan().IndexOf(last) >= 0)
            {
                return new BatchLoad(lines, batch.Length, accepted, Stopwatch.GetElapsedTime(start));
            }

            await Task.Delay(Poll);
        }

        throw new TimeoutException($"The batch has not become visible in {Longest.TotalMinutes} minutes.");

        string Id(int line) => string.Create(CultureInfo.InvariantCulture, $"{prefix}-{line}");
    }
}
