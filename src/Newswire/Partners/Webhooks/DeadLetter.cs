using Newswire.Partners.Changes;

namespace Newswire.Partners.Webhooks;

/// <summary>
/// A delivery that was given up. Nothing is lost by that: what it was to tell is told with the next change, or left to the
/// stream. It has neither content nor address.
/// </summary>
/// <param name="Id">Names it.</param>
/// <param name="After">What the partner had been told of before; null for nothing.</param>
/// <param name="Until">As far as it was to be told, by the last attempt.</param>
/// <param name="Since">When it was tried first.</param>
/// <param name="Last">When it was tried last.</param>
/// <param name="Attempts">How often it was tried.</param>
/// <param name="Status">The status of the last answer; null when there was none.</param>
public sealed record DeadLetter(
    string Id,
    ChangeCursor? After,
    ChangeCursor Until,
    DateTimeOffset Since,
    DateTimeOffset Last,
    int Attempts,
    int? Status)
{
    /// <summary>When the partner was told of it after all; null while it was not.</summary>
    public DateTimeOffset? Delivered { get; init; }
}
