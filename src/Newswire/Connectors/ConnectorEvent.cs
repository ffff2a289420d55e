using System.Text.Json;
using Newswire.Importing;

namespace Newswire.Connectors;

/// <summary>Reads what a CMS told. Pure.</summary>
public static class ConnectorEvent
{
    /// <summary>Bytes of an event: 8 MiB. Ghost sends a body in three forms, and what it was before.</summary>
    public const int MaxBytes = 8 * 1024 * 1024;

    private static readonly JsonDocumentOptions Bounded = new() { MaxDepth = 64 };

    /// <summary>The article as it is now, its withdrawal, or why there is nothing to do; null when the content is no JSON.</summary>
    /// <param name="connector">Who told it.</param>
    /// <param name="json">What was told.</param>
    /// <param name="trigger">What <c>X-WP-Webhook-Name</c> says; null when it says nothing.</param>
    public static ImportedItem? Read(Connector connector, ReadOnlyMemory<byte> json, string? trigger)
    {
        ArgumentNullException.ThrowIfNull(connector);
        try
        {
            using var document = JsonDocument.Parse(json, Bounded);
            return connector.Kind == ConnectorKind.Ghost
                ? GhostEvent.Read(document.RootElement)
                : WordPressEvent.Read(document.RootElement, trigger, connector.Authors);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
