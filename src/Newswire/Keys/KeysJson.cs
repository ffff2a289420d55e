using System.Text.Json;
using System.Text.Json.Serialization;

namespace Newswire.Keys;

/// <summary>The stored form of the publisher keys.</summary>
[JsonSerializable(typeof(List<PublisherKey>))]
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, WriteIndented = true)]
internal sealed partial class KeysJson : JsonSerializerContext;
