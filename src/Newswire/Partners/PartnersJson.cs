using System.Text.Json;
using System.Text.Json.Serialization;
using Newswire.Storage;

namespace Newswire.Partners;

/// <summary>The stored form of the partners, by which two records are compared as well.</summary>
[JsonSerializable(typeof(PartnerList))]
internal sealed partial class PartnersJson : JsonSerializerContext
{
    public static readonly PartnersJson Stored = new(StoredJson.Options());

    /// <summary>Equal for equal partners and no others.</summary>
    public static string Text(Partner partner) => JsonSerializer.Serialize(partner, Stored.Partner);
}
