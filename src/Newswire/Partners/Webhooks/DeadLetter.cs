using Newswire.Partners.Changes;

namespace Newswire.Partners.Webhooks;

/// <summary>
/// A delivery that was given up. Nothing is lost by that: what it was to tell is told with the next change, or left to the
/// stream. It has neither content nor address.
/// </summary>
/// <param name="Id">Names it.</param>
/// <param name="Until">As far as the partner was to be told, by the last attempt.</param>
/// <param name="Since">When it was tried first.</param>
/// <param name="Last">When it was tried last.</param>
/// <param name="Attempts">How often it was tried.</param>
public sealed record DeadLetter(
    string Id, ChangeCursor Until, DateTimeOffset Since, DateTimeOffset Last, int Attempts)
{
    /// <summary>What the partner had been told of before; null for nothing.</summary>
    public ChangeCursor? After { get; init; }

    /// <summary>The status of the last answer; null when there was none.</summary>
    public int? Status { get; init; }

    /// <summary>When the partner was told of it after all; null while it was not.</summary>
    public DateTimeOffset? Delivered { get; init; }
}
