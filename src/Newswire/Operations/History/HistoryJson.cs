using System.Text.Json.Serialization;
using Newswire.Storage;

namespace Newswire.Operations.History;

/// <summary>The stored form of history.</summary>
[JsonSerializable(typeof(HistorySheet))]
internal sealed partial class HistoryJson : JsonSerializerContext
{
    public static readonly HistoryJson Stored = new(StoredJson.Options());
}
