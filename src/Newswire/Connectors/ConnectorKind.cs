using System.Text.Json.Serialization;

namespace Newswire.Connectors;

/// <summary>Which CMS a connector listens to.</summary>
public enum ConnectorKind
{
    /// <summary>Ghost, by its own webhooks.</summary>
    [JsonStringEnumMemberName("ghost")]
    Ghost,

    /// <summary>WordPress, by the plugin WP Webhooks.</summary>
    [JsonStringEnumMemberName("wordpress")]
    WordPress,
}
