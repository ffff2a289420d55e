using System.Text.Json.Serialization;

namespace Newswire.Projection.Generations;

/// <summary>How the building of a generation ended.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<BuildEnd>))]
public enum BuildEnd
{
    /// <summary>It is served.</summary>
    [JsonStringEnumMemberName("served")]
    Served,

    /// <summary>The documents were compared with it.</summary>
    [JsonStringEnumMemberName("verified")]
    Verified,

    /// <summary>Somebody gave it up.</summary>
    [JsonStringEnumMemberName("abandoned")]
    Abandoned,
}
