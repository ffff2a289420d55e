using Newswire.Delivery;
using Newswire.Storage;

namespace Newswire.WebSub.Subscribing;

/// <summary>Takes in what subscribers ask for (W3C WebSub §5.1): within limits it is kept, and verified by whoever gets to it.</summary>
public sealed class SubscriptionIntake
{
    private readonly HostLedgers ledgers;
    private readonly IMessageQueues queues;
    private readonly HubOptions options;
    private readonly TimeProvider time;
    private readonly SharedState<SubscriptionRequest> requests;
    private readonly Pace pace;

    /// <summary>Takes nothing in yet.</summary>
    public SubscriptionIntake(
        IObjectStore store, IMessageQueues queues, HostLedgers ledgers, HubOptions options, TimeProvider time)
    {
        (this.queues, this.ledgers, this.options, this.time) = (queues, ledgers, options, time);
        requests = new(store, SubscribingJson.Stored.SubscriptionRequest);
        pace = new(options.MaxVerificationsPerMinute, time);
    }

    /// <summary>Keeps the request and sends for its verification; both are durable when this returns.</summary>
    /// <param name="form">What was sent.</param>
    /// <param name="topic">The topic that it names.</param>
    /// <param name="callback">Its callback, as <see cref="Callback.Read"/> gives it.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="StorageAwayException">Storage did not answer; asking again is right.</exception>
    public async Task<IntakeOutcome> TakeAsync(
        SubscriptionForm form, Topic topic, string callback, CancellationToken cancellationToken)
    {
        if (pace.Take() is { } rest)
        {
            return new IntakeOutcome.Busy(rest);
        }

        var request = new SubscriptionRequest(form.Mode, topic, form.Topic, callback, time.GetUtcNow())
        {
            Lease = form.Mode == SubscriptionMode.Subscribe ? Granted(form.Lease) : null,
            Secret = form.Secret,
        };
        if (await ledgers.AskAsync(request, cancellationToken) is { } wait)
        {
            return new IntakeOutcome.HostLimited(wait);
        }

        // One that waits already is asked for anew: a verification of the old one that is under way then does not take
        // the new one with it.
        var id = request.Id();
        await requests.ChangeAsync(RequestPaths.Of(id), _ => request, cancellationToken);
        await queues.SendAsync(QueueNames.WebSubVerify, id, cancellationToken);
        return new IntakeOutcome.Accepted();
    }

    private TimeSpan Granted(TimeSpan? asked)
    {
        var lease = asked ?? options.DefaultLease;
        return lease < options.MinLease ? options.MinLease : lease > options.MaxLease ? options.MaxLease : lease;
    }
}
