using System.Text.Json;
using Newswire.CommandLine.Terminal;

namespace Newswire.CommandLine;

/// <summary>What a file that was applied has changed, a line each.</summary>
internal static class AppliedFile
{
    /// <param name="answer">The answer of the surface.</param>
    /// <param name="what">The member with what the file lists: <c>feeds</c>, <c>partners</c>.</param>
    /// <param name="screen">Where it is written.</param>
    public static async Task WriteAsync(JsonElement answer, string what, Screen screen)
    {
        if (screen.IsJson)
        {
            await screen.JsonAsync(answer);
            return;
        }

        if (answer.TryGetProperty("ignored", out var ignored))
        {
            foreach (var pointer in ignored.EnumerateArray())
            {
                await screen.Errors.WriteLineAsync($"{pointer} is not known and was ignored.");
            }
        }

        foreach (var item in answer.GetProperty(what).EnumerateArray())
        {
            var change = item.GetProperty("change").GetString();
            await screen.LineAsync($"{item.GetProperty("name")}  {(change == "unchanged" ? "is so already" : change)}");
        }
    }
}
