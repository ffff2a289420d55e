using System.Text.Json.Serialization;
using Newswire.Storage;

namespace Newswire.Partners.Usage;

/// <summary>The stored form of what partners have taken.</summary>
[JsonSerializable(typeof(DayUsage))]
internal sealed partial class UsageJson : JsonSerializerContext
{
    public static readonly UsageJson Stored = new(StoredJson.Options());
}
