using System.Text.Json.Serialization;
using Newswire.Storage;

namespace Newswire.Auditing;

/// <summary>The stored form of the log.</summary>
[JsonSerializable(typeof(AuditIntent))]
[JsonSerializable(typeof(AuditOutcome))]
internal sealed partial class AuditJson : JsonSerializerContext
{
    public static readonly AuditJson Stored = new(StoredJson.Options());
}
