using Newswire.Storage;

namespace Newswire.Operations.Failures;

/// <summary>The poison messages of a queue.</summary>
/// <param name="Queue">The queue.</param>
/// <param name="Count">About how many there are.</param>
/// <param name="Messages">The first of them.</param>
public sealed record QueuePoison(string Queue, int Count, IReadOnlyList<PoisonMessage> Messages);
