using System.Text;
using System.Text.Json;

namespace Newswire.Http.Tests.Surface;

/// <summary>What came back: read to its end, headers as sent.</summary>
internal sealed class Answer
{
    private readonly Dictionary<string, string> headers = new(StringComparer.OrdinalIgnoreCase);

    private Answer(int status, byte[] body) => (Status, Bytes) = (status, body);

    public int Status { get; }

    public byte[] Bytes { get; }

    public string Text => Encoding.UTF8.GetString(Bytes);

    public IReadOnlyDictionary<string, string> Headers => headers;

    /// <summary>The body as JSON.</summary>
    public JsonElement Json => Parse(Text);

    /// <summary>The lines of an NDJSON body.</summary>
    public IReadOnlyList<JsonElement> Lines => [.. Text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Parse)];

    /// <summary>The JSON Pointers of the faults of a problem, in order.</summary>
    public IEnumerable<string> Pointers => PointersOf(Json);

    /// <summary>A header; null when it was not sent.</summary>
    public string? this[string header] => headers.GetValueOrDefault(header);

    public static IEnumerable<string> PointersOf(JsonElement problem) =>
        problem.GetProperty("errors").EnumerateArray().Select(error => error.GetProperty("pointer").GetString()!);

    public static async Task<Answer> OfAsync(HttpResponseMessage response)
    {
        using (response)
        {
            var answer = new Answer((int)response.StatusCode, await response.Content.ReadAsByteArrayAsync());
            foreach (var (name, values) in response.Headers.NonValidated.Concat(response.Content.Headers.NonValidated))
            {
                answer.headers[name] = values.ToString();
            }

            return answer;
        }
    }

    private static JsonElement Parse(string text)
    {
        using var document = JsonDocument.Parse(text);
        return document.RootElement.Clone();
    }
}
