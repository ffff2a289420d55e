using Newswire.Partners.Changes;

namespace Newswire.Partners.Webhooks;

/// <summary>What is sent to a partner.</summary>
/// <param name="Id">Names what it says: told once more without anything new, it is the same.</param>
/// <param name="Bytes">The document (<see cref="ChangesDocument"/>), the newest change first.</param>
public sealed record WebhookDocument(string Id, ReadOnlyMemory<byte> Bytes)
{
    /// <summary>The ids of the articles in it, each once.</summary>
    public IReadOnlyList<string> Articles { get; init; } = [];
}
