namespace Newswire.Http;

/// <summary>One member at fault.</summary>
/// <param name="Pointer">JSON Pointer (RFC 6901); empty means the whole document.</param>
/// <param name="Detail">What is expected there.</param>
internal sealed record ProblemFault(string Pointer, string Detail);
