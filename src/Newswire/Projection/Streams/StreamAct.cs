using System.Text.Json.Serialization;

namespace Newswire.Projection.Streams;

/// <summary>What has happened to an article.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<StreamAct>))]
public enum StreamAct
{
    /// <summary>It is there, and was not before.</summary>
    [JsonStringEnumMemberName("publish")]
    Publish,

    /// <summary>It is another.</summary>
    [JsonStringEnumMemberName("update")]
    Update,

    /// <summary>It is another, and says what was wrong before.</summary>
    [JsonStringEnumMemberName("correct")]
    Correct,

    /// <summary>It was there for readers, and is not any more.</summary>
    [JsonStringEnumMemberName("end")]
    End,

    /// <summary>It was there under embargo for whoever has early access, and is not any more.</summary>
    [JsonStringEnumMemberName("recall")]
    Recall,
}
