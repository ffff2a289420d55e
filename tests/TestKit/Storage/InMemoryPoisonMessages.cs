using System.Globalization;
using Newswire.Storage;

namespace Newswire.TestKit.Storage;

/// <summary>Poison messages in memory; keeps the same contract as storage itself (<see cref="PoisonMessagesContract"/>).</summary>
/// <param name="queues">Where messages are moved back to.</param>
/// <param name="time">When they are set aside.</param>
public sealed class InMemoryPoisonMessages(IMessageQueues queues, TimeProvider? time = null) : IPoisonMessages
{
    private readonly TimeProvider time = time ?? TimeProvider.System;
    private readonly Lock gate = new();
    private readonly List<(string Queue, PoisonMessage Message)> messages = [];
    private int last;

    /// <summary>Sets a message aside.</summary>
    public void Add(string queue, string text)
    {
        lock (gate)
        {
            var id = (++last).ToString("D8", CultureInfo.InvariantCulture);
            messages.Add((queue, new PoisonMessage(id, text, time.GetUtcNow())));
        }
    }

    public Task<int> CountAsync(string queue, CancellationToken cancellationToken) => Task.FromResult(Of(queue, id: null).Count);

    public Task<IReadOnlyList<PoisonMessage>> PeekAsync(string queue, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<PoisonMessage>>([.. Of(queue, id: null).Take(IPoisonMessages.MaxPeeked)]);

    public async Task<int> RetryAsync(string queue, string? id, CancellationToken cancellationToken)
    {
        var taken = Take(queue, id);
        foreach (var message in taken)
        {
            await queues.SendAsync(queue, message.Text, cancellationToken);
        }

        return taken.Count;
    }

    public Task<int> DeleteAsync(string queue, string? id, CancellationToken cancellationToken) => Task.FromResult(Take(queue, id).Count);

    private List<PoisonMessage> Of(string queue, string? id)
    {
        lock (gate)
        {
            return [.. messages.Where(known => known.Queue == queue && (id is null || known.Message.Id == id)).Select(known => known.Message)];
        }
    }

    private List<PoisonMessage> Take(string queue, string? id)
    {
        lock (gate)
        {
            List<PoisonMessage> taken = [.. Of(queue, id).Take(IPoisonMessages.MaxAtOnce)];
            messages.RemoveAll(known => known.Queue == queue && taken.Contains(known.Message));
            return taken;
        }
    }
}
