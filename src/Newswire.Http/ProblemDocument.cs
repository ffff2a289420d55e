namespace Newswire.Http;

/// <summary>A problem document (RFC 9457 §3) with the extension member <c>errors</c>.</summary>
internal sealed record ProblemDocument(
    string Type, string Title, int Status, string Detail, IReadOnlyList<ProblemFault>? Errors);
