using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Newswire.Counting;
using Newswire.Partners;
using Newswire.Partners.Usage;
using Newswire.Partners.Webhooks;
using Newswire.Projection;
using Newswire.Storage;
using Newswire.TestKit.Faults;
using Newswire.TestKit.Storage;
using Newswire.Tests.Partners.Changes;
using Newswire.Tests.Projection;

namespace Newswire.Tests.Partners.Webhooks;

/// <summary>
/// A newsroom that publishes, a partner with a webhook, and workers between: each message is handled by a process of its
/// own, which may stand still or die. Time goes by the second, and only as the test says.
/// </summary>
internal sealed class WebhookWorld : IDisposable
{
    public const string Partner = "planet";

    /// <summary>A message that was not completed comes back after this.</summary>
    private static readonly TimeSpan VisibilityTimeout = TimeSpan.FromMinutes(5);

    private static readonly string[] Queues = [QueueNames.WebhookDistribute, QueueNames.WebhookDeliver, QueueNames.WebhookRetry];

    private readonly InMemoryMessageQueues queues;
    private readonly WebhookFollower follower;
    private readonly List<IDisposable> made = [];
    private readonly List<Process> atWork = [];
    private readonly List<(DateTimeOffset At, FaultPlan Plan)> resumptions = [];

    private WebhookWorld(WebhookOptions? options)
    {
        Options = options ?? new WebhookOptions();
        queues = new InMemoryMessageQueues(Time);
        follower = new WebhookFollower(queues, Options, Time);
        Receiver = new Receiver(Syndicate, Partner);
        Webhooks = new WebhookRecords(Objects, Time);
        Usage = new UsageBook(Objects, new CountingProcess("a"), Time);
    }

    public Syndicate Syndicate { get; } = new();

    public Receiver Receiver { get; }

    public WebhookOptions Options { get; }

    /// <summary>Where all processes record what was delivered.</summary>
    public UsageBook Usage { get; }

    public WebhookRecords Webhooks { get; }

    public FakeTimeProvider Time => Syndicate.Newsroom.Time;

    public InMemoryObjectStore Objects => Syndicate.Newsroom.Objects;

    /// <summary>What happens to the process that receives the message with this number, counted from 1. Default: nothing.</summary>
    public Func<int, FaultPlan> Faults { get; set; } = _ => FaultPlan.Count();

    /// <summary>How many messages have been received.</summary>
    public int Received { get; private set; }

    /// <summary>The plans of the processes there were, in order.</summary>
    public List<FaultPlan> Plans { get; } = [];

    public static async Task<WebhookWorld> StartAsync(WebhookOptions? options = null)
    {
        var world = new WebhookWorld(options);
        await world.Syndicate.ContractAsync(Partner, ["latest"]);
        await world.ProjectAsync();
        world.Drop();
        await world.Webhooks.SetAsync(Partner, "https://planet.example/hook", begin: null, Syndicate.Token);
        return world;
    }

    public async Task<Webhook> WebhookAsync() => (await Webhooks.FindAsync(Partner, Syndicate.Token))!;

    public async Task PublishAsync(string id)
    {
        await Syndicate.PublishAsync(id, ["crime"]);
        await ProjectAsync();
    }

    public async Task WithdrawAsync(string id)
    {
        await Syndicate.WithdrawAsync(id);
        await ProjectAsync();
    }

    public Task ProjectAsync() => Newsroom.RunToTheEndAsync(Syndicate.Newsroom.Process(
        options: new ProjectionOptions { MaxParallelOperations = 1 }, followers: [follower]));

    /// <summary>A message that the partner may have something to be told.</summary>
    public Task TellAsync() =>
        queues.SendAsync(QueueNames.WebhookDeliver, new WebhookMessage(Partner).ToString(), Syndicate.Token);

    /// <summary>Loses every message there is.</summary>
    public void Drop() => Array.ForEach(Queues, queue => queues.TakeAll(queue));

    /// <summary>How many messages wait, now or for later.</summary>
    public int Waiting => Queues.Sum(queues.Count);

    /// <summary>A process that stands still goes on at that moment.</summary>
    public void ResumeAt(DateTimeOffset moment, FaultPlan plan) => resumptions.Add((moment, plan));

    /// <summary>Lets so much time go by, and everybody do what they have to do meanwhile.</summary>
    public async Task LiveAsync(TimeSpan span)
    {
        for (var end = Time.GetUtcNow() + span; ;)
        {
            await WorkAsync();
            var left = end - Time.GetUtcNow();
            if (left <= TimeSpan.Zero)
            {
                return;
            }

            // By the second while somebody is at work, and in larger steps otherwise.
            var step = TimeSpan.FromSeconds(atWork.Count > 0 ? 1 : 5);
            Time.Advance(step < left ? step : left);
        }
    }

    public Task KeepHouseAsync()
    {
        var (partners, news) = Reading(FaultPlan.Count());
        return new WebhookHousekeeping(Webhooks, partners, news, queues, Time).RunAsync(Syndicate.Token);
    }

    public void Dispose()
    {
        made.ForEach(one => one.Dispose());
        Usage.Dispose();
        Syndicate.Dispose();
    }

    private async Task WorkAsync()
    {
        do
        {
            var now = Time.GetUtcNow();
            foreach (var (_, plan) in resumptions.Where(resumption => resumption.At <= now).ToList())
            {
                atWork.Find(process => process.Plan == plan)?.Resume();
                plan.Resume();
            }

            resumptions.RemoveAll(resumption => resumption.At <= now);
            foreach (var queue in Queues)
            {
                foreach (var message in queues.TakeAll(queue))
                {
                    Receive(queue, message);
                }
            }

            await UntilStillAsync();
            while (Receiver.Answer(now))
            {
                await UntilStillAsync();
            }

            await ComeBackAsync(now);
        }
        while (Queues.Any(queue => queues.Waiting(queue).Count > 0));
    }

    /// <summary>Every process does what it can: it ends, or waits for the test.</summary>
    private async Task UntilStillAsync()
    {
        while (!atWork.TrueForAll(process => process.IsStill))
        {
            await Task.Yield();
        }
    }

    private void Receive(string queue, string message)
    {
        var plan = Faults(++Received);
        Plans.Add(plan);
        var process = new Process(plan, queue, message, Time.GetUtcNow() + VisibilityTimeout);
        atWork.Add(process);
        process.Work = Task.Run(() => HandleAsync(process));
    }

    private Task HandleAsync(Process process)
    {
        var records = new WebhookRecords(new FaultyObjectStore(Objects, process.Plan), Time);
        var faulty = new FaultyMessageQueues(queues, process.Plan);
        if (process.Queue == QueueNames.WebhookDistribute)
        {
            return new WebhookDistribution(records, faulty).DistributeAsync(process.Message, CancellationToken.None);
        }

        var (partners, news) = Reading(process.Plan);
        var delivery = new WebhookDelivery(
            records, partners, news, Receiver.SenderOf(process), faulty, Usage, Options, Time, NullLogger<WebhookDelivery>.Instance);
        return process.Queue == QueueNames.WebhookDeliver
            ? delivery.DeliverAsync(process.Message, CancellationToken.None)
            : delivery.RetryAsync(process.Message, CancellationToken.None);
    }

    private (PartnerRecords Partners, WebhookNews News) Reading(FaultPlan plan)
    {
        var store = new FaultyObjectStore(Objects, plan);
        var partners = new PartnerRecords(store, Time);
        var news = new WebhookNews(store, new FeedsInForce(store), partners, new ArticleViews(store), Newsroom.Publication, Options, Time);
        lock (made)
        {
            made.AddRange([partners, news]);
        }

        return (partners, news);
    }

    /// <summary>Who is ready has completed the message; of the others it comes to somebody else when its time is over.</summary>
    private async Task ComeBackAsync(DateTimeOffset now)
    {
        foreach (var process in atWork.ToList())
        {
            if (process.Work.IsCompletedSuccessfully)
            {
                atWork.Remove(process);
            }
            else if (process.Work.IsFaulted && !process.Plan.HasCrashed && process.Work.Exception.InnerException is not StorageAwayException)
            {
                await process.Work;
            }
            else if (process.Back <= now && !process.HasComeBack)
            {
                // One that stands still goes on all the same, later.
                process.HasComeBack = true;
                await queues.SendAsync(process.Queue, process.Message, Syndicate.Token);
            }

            if (process is { HasComeBack: true, Work.IsCompleted: true })
            {
                atWork.Remove(process);
            }
        }
    }
}
