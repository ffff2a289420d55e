using System.Text.Json.Serialization.Metadata;
using Newswire.Storage;

namespace Newswire.Projection;

/// <summary>Reads the projection's state, each object no more often than it has to be.</summary>
internal interface IStateReader
{
    /// <summary>The object; without value and tag when there is none.</summary>
    Task<Remembered<T>> ReadAsync<T>(ObjectPath path, JsonTypeInfo<T> type, CancellationToken cancellationToken);
}
