using System.Text.Json.Serialization;

namespace Newswire.Feeds;

/// <summary>How much of an article an entry carries.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<EntryContent>))]
public enum EntryContent
{
    /// <summary>Standfirst and body.</summary>
    [JsonStringEnumMemberName("full")]
    Full,

    /// <summary>The standfirst without the body.</summary>
    [JsonStringEnumMemberName("summary")]
    Summary,
}
