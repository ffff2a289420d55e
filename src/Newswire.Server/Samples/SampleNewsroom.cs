using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using Newswire.Keys;
using Newswire.Server.Hosting;

namespace Newswire.Server.Samples;

/// <summary>Plays the CMS of a newsroom: publishes the bundled articles through the HTTP API like any other client.</summary>
internal static class SampleNewsroom
{
    private const string KeyName = "sample";

    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Samples");

    /// <summary>Names the publication after the samples, where the configuration does not name one.</summary>
    public static void Configure(IConfiguration configuration)
    {
        configuration["Publication:Title"] ??= "The Exampleton Courier";
        configuration["Publication:Description"] ??= "News from Exampleton and the estuary.";
        configuration["Publication:SiteUrl"] ??= "https://courier.example/";
        configuration["Publication:TagAuthority"] ??= "courier.example,2026";
        configuration["Publication:Language"] ??= "en-GB";
        configuration["Publication:Rights"] ??= "© 2026 The Exampleton Courier";
    }

    public static async Task PublishAsync(
        Uri baseUrl, PublisherKeys keys, TextWriter output, CancellationToken cancellationToken)
    {
        // The secret of an earlier run is not to be had any more, so its key goes and a new one comes.
        await keys.RevokeAsync(KeyName, cancellationToken);
        var (secret, _) = await keys.CreateAsync(KeyName, cancellationToken);
        using var client = new HttpClient { BaseAddress = baseUrl };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", secret);

        var files = Directory.GetFiles(Folder, "*.json").Order(StringComparer.Ordinal).ToList();
        foreach (var file in files)
        {
            using var request = await RequestOfAsync(file, last: file == files[^1], cancellationToken);
            using var response = await client.SendAsync(request, cancellationToken);
            if (!response.IsSuccessStatusCode)
            {
                throw new StartException(
                    $"The sample {Path.GetFileName(file)} was refused: {await response.Content.ReadAsStringAsync(cancellationToken)}");
            }
        }

        await WriteAsync(baseUrl, secret, files.Count, output);
    }

    private static async Task<HttpRequestMessage> RequestOfAsync(
        string file, bool last, CancellationToken cancellationToken)
    {
        var text = await File.ReadAllTextAsync(file, cancellationToken);
        using var json = JsonDocument.Parse(text);
        var id = json.RootElement.GetProperty("id").GetString();
        var request = json.RootElement.TryGetProperty("withdraw", out _)
            ? new HttpRequestMessage(HttpMethod.Delete, $"api/articles/{id}")
            : new HttpRequestMessage(HttpMethod.Put, $"api/articles/{id}")
            {
                Content = new StringContent(text, new MediaTypeHeaderValue("application/json")),
            };
        if (last)
        {
            // What is printed next can be looked at at once.
            request.Headers.Add("Prefer", "wait=30");
        }

        return request;
    }

    private static Task WriteAsync(Uri baseUrl, string secret, int samples, TextWriter output)
    {
        var now = DateTimeOffset.UtcNow.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        return output.WriteLineAsync($$"""

            Newswire listens at {{baseUrl}} and has taken {{samples}} changes from the sample newsroom.

              Home page   {{baseUrl}}
              RSS         {{baseUrl}}feeds/latest.rss
              Atom        {{baseUrl}}feeds/latest.atom
              JSON Feed   {{baseUrl}}feeds/latest.json
              Newsroom    {{baseUrl}}newsroom    (sign in with the key below)
              API         {{baseUrl}}developers

            Publisher key (good until the next start with --sample):

              {{secret}}

            Publish one more article; the answer comes when the feeds show it:

            curl -X PUT '{{baseUrl}}api/articles/my-first-article' -H 'Authorization: Bearer {{secret}}' -H 'Content-Type: application/json' -H 'Prefer: wait=10' -d '{"headline":"My first article","standfirst":"Published with one line of curl","body":"<p>It works.</p>","url":"https://news.example/my-first-article","published":"{{now}}","authors":["A. Reader"],"topics":["Technology"]}'

            Press Ctrl+C to end.
            """);
    }
}
