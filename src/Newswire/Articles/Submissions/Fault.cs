namespace Newswire.Articles.Submissions;

/// <summary>One thing wrong with a submission.</summary>
/// <param name="Pointer">JSON Pointer (RFC 6901) of the member at fault; empty means the whole.</param>
/// <param name="Detail">A sentence that says what is expected.</param>
/// <param name="Kind">How wrong it is.</param>
public sealed record Fault(string Pointer, string Detail, FaultKind Kind = FaultKind.Value)
{
    /// <summary>The id is not one; see <see cref="ArticleId.IsValid"/>.</summary>
    public static readonly Fault InvalidId = new(
        "/id",
        $"Must be 1 to {ArticleId.MaxLength} characters, each an ASCII letter, a digit or one of - . _ ~, not dots alone.");
}
