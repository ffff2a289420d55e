using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Newswire.CommandLine.Targets;

/// <summary>Problem documents (RFC 9457) as a person reads them.</summary>
internal static class Refusal
{
    /// <summary>The refusal with its faults, a line each.</summary>
    /// <param name="who">Who refuses, as a sentence begins.</param>
    /// <param name="status">The status.</param>
    /// <param name="body">What came with it.</param>
    public static string Text(string who, int status, ReadOnlyMemory<byte> body)
    {
        if (Parse(body) is not { ValueKind: JsonValueKind.Object } problem || !problem.TryGetProperty("detail", out _))
        {
            return string.Create(CultureInfo.InvariantCulture, $"{who} answers {status} and says nothing that Newswire would say; is it one, and is the address right?");
        }

        var faults = Faults(problem);
        var text = new StringBuilder();
        foreach (var fault in faults)
        {
            text.AppendLine(fault);
        }

        text.Append(Title(problem)).Append(faults.Count switch
        {
            0 => ". " + problem.GetProperty("detail").GetString(),
            1 => ": one fault. Nothing was done.",
            var count => string.Create(CultureInfo.InvariantCulture, $": {count} faults. Nothing was done."),
        });
        return text.ToString();
    }

    /// <summary>Why a line was refused, in one sentence or several.</summary>
    public static string Reason(JsonElement problem) =>
        Faults(problem) is { Count: > 0 } faults ? string.Join(' ', faults) : problem.GetProperty("detail").GetString()!;

    private static string Title(JsonElement problem) => problem.GetProperty("title").GetString()!;

    private static IReadOnlyList<string> Faults(JsonElement problem) =>
        problem.TryGetProperty("errors", out var errors)
            ? [.. errors.EnumerateArray().Select(error => (error.GetProperty("pointer").GetString()!, error.GetProperty("detail").GetString()!))
                .Select(fault => fault.Item1.Length > 0 ? $"{fault.Item1}: {fault.Item2}" : fault.Item2)]
            : [];

    private static JsonElement? Parse(ReadOnlyMemory<byte> body)
    {
        try
        {
            return JsonElement.Parse(body.Span);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
