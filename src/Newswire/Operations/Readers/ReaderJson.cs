using System.Text.Json.Serialization;
using Newswire.Storage;

namespace Newswire.Operations.Readers;

/// <summary>The stored form of what services say.</summary>
[JsonSerializable(typeof(ReaderDay))]
internal sealed partial class ReaderJson : JsonSerializerContext
{
    public static readonly ReaderJson Stored = new(StoredJson.Options());
}
