using System.Text.Json;
using System.Text.Json.Serialization;

namespace Newswire.Connectors;

/// <summary>The stored form of the connectors.</summary>
[JsonSerializable(typeof(List<Connector>))]
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, UseStringEnumConverter = true, WriteIndented = true)]
internal sealed partial class ConnectorsJson : JsonSerializerContext;
