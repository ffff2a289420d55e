using System.Text.Json;
using System.Text.Unicode;

namespace Newswire.Json;

/// <summary>Reads an object of JSON as senders should write it: UTF-8, no member twice, not nested without end. Pure.</summary>
internal static class StrictJson
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 16 };

    /// <param name="json">What was sent.</param>
    /// <param name="maxBytes">The most it may have.</param>
    /// <param name="read">Takes the members it knows and adds what is wrong with them; null when something is.</param>
    public static JsonOutcome<T> Read<T>(ReadOnlyMemory<byte> json, int maxBytes, Func<JsonMembers, List<Fault>, T?> read)
        where T : class
    {
        if (json.Length > maxBytes)
        {
            return new JsonOutcome<T>.Refused([new Fault("", $"Is larger than {maxBytes} bytes.", FaultKind.Size)]);
        }

        if (!Utf8.IsValid(json.Span))
        {
            return new JsonOutcome<T>.Malformed("The text is not UTF-8.");
        }

        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(json, Strict);
        }
        catch (JsonException exception)
        {
            return new JsonOutcome<T>.Malformed(exception.LineNumber is { } line
                ? $"The text is not JSON: line {line + 1}, byte {exception.BytePositionInLine + 1}."
                : "A member occurs twice in one object; leave one of them out.");
        }
        catch (InvalidOperationException)
        {
            // The reader compares names, and cannot read this one.
            return new JsonOutcome<T>.Malformed("The name of a member holds half of a surrogate pair.");
        }

        using (document)
        {
            if (document.RootElement.ValueKind != JsonValueKind.Object)
            {
                return new JsonOutcome<T>.Refused([new Fault("", "Must be an object.", FaultKind.Type)]);
            }

            List<Fault> faults = [];
            var members = new JsonMembers(document.RootElement, "", faults);

            // What has the wrong type is not missing too: of two faults at one place the first is the cause.
            return read(members, faults) is { } value
                ? new JsonOutcome<T>.Accepted(value, [.. members.Left])
                : new JsonOutcome<T>.Refused([.. faults.DistinctBy(fault => fault.Pointer, StringComparer.Ordinal)]);
        }
    }
}
