using System.Text.Json.Serialization;

namespace Newswire.CommandLine.Importing;

/// <summary>What has come of an item; see <see cref="ImportTally"/>.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ItemOutcome>))]
internal enum ItemOutcome
{
    [JsonStringEnumMemberName("taken")]
    Taken,

    [JsonStringEnumMemberName("lossy")]
    Lossy,

    [JsonStringEnumMemberName("leftOut")]
    LeftOut,

    [JsonStringEnumMemberName("refused")]
    Refused,
}
