namespace Newswire.Json;

/// <summary>One thing wrong with what was sent.</summary>
/// <param name="Pointer">JSON Pointer (RFC 6901) of the member at fault; empty means the whole.</param>
/// <param name="Detail">A sentence that says what is expected.</param>
/// <param name="Kind">How wrong it is.</param>
public sealed record Fault(string Pointer, string Detail, FaultKind Kind = FaultKind.Value);
