using System.Text.Json.Serialization;

namespace Newswire.Partners;

/// <summary>What a partner's key is worth.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PartnerKeyState>))]
public enum PartnerKeyState
{
    /// <summary>It lets its partner in.</summary>
    [JsonStringEnumMemberName("good")]
    Good,

    /// <summary>Its time is over.</summary>
    [JsonStringEnumMemberName("expired")]
    Expired,

    /// <summary>The newsroom has taken it out of use.</summary>
    [JsonStringEnumMemberName("revoked")]
    Revoked,
}
