using System.Text.Json;
using System.Text.Json.Serialization;
using Newswire.Storage;

namespace Newswire.Feeds;

/// <summary>The written form of a definition, by which two of them are compared.</summary>
[JsonSerializable(typeof(FeedDefinition))]
internal sealed partial class DefinitionJson : JsonSerializerContext
{
    private static readonly DefinitionJson Compact = new(StoredJson.Options());

    /// <summary>Equal for equal definitions and no others.</summary>
    public static string Text(FeedDefinition definition) => JsonSerializer.Serialize(definition, Compact.FeedDefinition);
}
