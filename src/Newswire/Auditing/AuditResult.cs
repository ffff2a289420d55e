using System.Text.Json.Serialization;

namespace Newswire.Auditing;

/// <summary>What came of an act, in one word.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<AuditResult>))]
public enum AuditResult
{
    /// <summary>Nobody can say: it may or may not have been done.</summary>
    [JsonStringEnumMemberName("unknown")]
    Unknown,

    /// <summary>It was done, or accepted to be done.</summary>
    [JsonStringEnumMemberName("done")]
    Done,

    /// <summary>It was refused, and changed nothing.</summary>
    [JsonStringEnumMemberName("refused")]
    Refused,
}
