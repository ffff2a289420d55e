using System.Text.Json.Serialization;

namespace Newswire.Partners;

/// <summary>Whose rules a partner's output follows: which fields it needs, its dates, HTML and pictures.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PartnerProfile>))]
public enum PartnerProfile
{
    /// <summary>Newswire's own: everything the partner may have.</summary>
    [JsonStringEnumMemberName("generic")]
    Generic,

    /// <summary>MSN.</summary>
    [JsonStringEnumMemberName("msn")]
    Msn,

    /// <summary>SmartNews.</summary>
    [JsonStringEnumMemberName("smartnews")]
    SmartNews,

    /// <summary>Flipboard.</summary>
    [JsonStringEnumMemberName("flipboard")]
    Flipboard,
}
