using System.Text.Json.Serialization;

namespace Newswire.Projection.Generations;

/// <summary>What is wrong with a document.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DifferenceKind>))]
public enum DifferenceKind
{
    /// <summary>It is not there.</summary>
    [JsonStringEnumMemberName("missing")]
    Missing,

    /// <summary>It should not be there.</summary>
    [JsonStringEnumMemberName("unexpected")]
    Unexpected,

    /// <summary>Its bytes, or the validators it is served with, are others.</summary>
    [JsonStringEnumMemberName("different")]
    Different,
}
