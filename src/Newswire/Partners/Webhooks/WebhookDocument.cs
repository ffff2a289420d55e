using Newswire.Partners.Changes;

namespace Newswire.Partners.Webhooks;

/// <summary>What is sent to a partner.</summary>
/// <param name="Id">Names what it says: told once more without anything new, it is the same.</param>
/// <param name="Bytes">The document (<see cref="ChangesDocument"/>), the newest change first.</param>
public sealed record WebhookDocument(string Id, ReadOnlyMemory<byte> Bytes)
{
    /// <summary>How many changes are in it.</summary>
    public int Changes { get; init; }
}
