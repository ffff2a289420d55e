using System.Text.Json.Serialization;

namespace Newswire.Projection.Generations;

/// <summary>Why a generation is built.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<BuildPurpose>))]
public enum BuildPurpose
{
    /// <summary>It takes the place of the one that is served.</summary>
    [JsonStringEnumMemberName("rebuild")]
    Rebuild,

    /// <summary>The documents that are served are compared with its own; then it is dropped.</summary>
    [JsonStringEnumMemberName("verify")]
    Verify,
}
