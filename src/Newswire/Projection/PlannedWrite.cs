using Newswire.Storage;

namespace Newswire.Projection;

/// <summary>A write that a pass has decided on but not done.</summary>
/// <param name="Path">Where.</param>
/// <param name="Content">What; null deletes.</param>
/// <param name="ExpectedETag">The tag read in this pass; null when the object did not exist.</param>
/// <param name="Remember">Called with the new tag once it is written.</param>
internal sealed record PlannedWrite(
    ObjectPath Path, ObjectContent? Content, string? ExpectedETag, Action<string>? Remember = null);
