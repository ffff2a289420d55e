using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Newswire.AzureStorage;
using Newswire.Server.Hosting;
using Newswire.Storage;
using Newswire.TestKit;

namespace Newswire.Server.Tests;

/// <summary>A listener on a queue of the emulator, with handlers that the test holds up.</summary>
public sealed class QueueListenerTests(StorageEmulator emulator) : IAsyncLifetime
{
    private static readonly TimeSpan LongEnough = TimeSpan.FromSeconds(60);

    private readonly string queue = "listened-" + Guid.NewGuid().ToString("N");
    private readonly ConcurrentDictionary<string, TaskCompletionSource> held = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> begun = [];
    private readonly QueuePulse pulse = new();
    private readonly SemaphoreSlim begins = new(0);

    private ServiceProvider storage = null!;
    private int underWay;

    public ValueTask InitializeAsync()
    {
        storage = new ServiceCollection()
            .AddAzureStorage(new StorageOptions { ConnectionString = emulator.ConnectionString })
            .BuildServiceProvider();
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        await storage.DisposeAsync();
        pulse.Dispose();
        begins.Dispose();
    }

    [Fact]
    public async Task One_message_that_takes_long_holds_up_no_other()
    {
        Hold("slow");
        await SendAsync("slow");
        await using var listener = await ListenAsync();
        await BegunAsync(1);

        await SendAsync([.. Names(40)]);
        await BegunAsync(40);

        Assert.Equal(41, begun.Distinct(StringComparer.Ordinal).Count());
        held["slow"].SetResult();
    }

    [Fact]
    public async Task No_more_are_handled_at_once_than_the_bound()
    {
        const int Bound = QueueListener.BatchSize + QueueListener.NewBatchThreshold, More = 20;
        IReadOnlyList<string> names = [.. Names(Bound + More)];
        foreach (var name in names)
        {
            Hold(name);
        }

        await SendAsync([.. names]);
        await using var listener = await ListenAsync();
        await BegunAsync(Bound);

        // The others are left for whoever asks.
        var left = await storage.GetRequiredService<QueueReceiver>().ReceiveAsync(
            queue, QueueReceiver.MaxMessages, TimeSpan.FromMinutes(5), TestContext.Current.CancellationToken);
        Assert.Equal(More, left.Count);
        foreach (var name in names)
        {
            held[name].SetResult();
        }
    }

    [Fact]
    public async Task Stopping_ends_the_handlers_and_gives_their_messages_back_at_once()
    {
        Hold("broken-off");
        await SendAsync("broken-off");
        var listener = await ListenAsync();
        await BegunAsync(1);

        await listener.DisposeAsync();
        Assert.Equal(0, underWay);

        await using var next = await ListenAsync();
        await BegunAsync(1);
        Assert.Equal(["broken-off", "broken-off"], begun);
        held["broken-off"].SetResult();
    }

    [Fact]
    public async Task A_message_that_fails_leaves_the_others_alone()
    {
        Hold("failing").SetException(new InvalidOperationException("on purpose"));
        await SendAsync("failing", "a", "b");
        await using var listener = await ListenAsync();
        await BegunAsync(3);

        Assert.Equal(["a", "b", "failing"], begun.Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string> Names(int count) =>
        Enumerable.Range(0, count).Select(i => i.ToString(CultureInfo.InvariantCulture));

    private TaskCompletionSource Hold(string message) =>
        held[message] = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

    private Task SendAsync(params IReadOnlyList<string> messages)
    {
        var queues = new PulsingQueues(storage.GetRequiredService<IMessageQueues>(), pulse);
        return Task.WhenAll(messages.Select(message => queues.SendAsync(queue, message, TestContext.Current.CancellationToken)));
    }

    private async Task BegunAsync(int count)
    {
        for (var i = 0; i < count; i++)
        {
            Assert.True(await begins.WaitAsync(LongEnough, TestContext.Current.CancellationToken));
        }
    }

    private async Task<Listening> ListenAsync()
    {
        var listener = new QueueListener(
            new QueueWork(queue, HandleAsync), storage.GetRequiredService<QueueReceiver>(), pulse, storage, NullLogger<QueueListener>.Instance);
        await listener.StartAsync(TestContext.Current.CancellationToken);
        return new Listening(listener);
    }

    private async Task HandleAsync(IServiceProvider services, string message, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref underWay);
        begun.Enqueue(message);
        begins.Release();
        try
        {
            if (held.TryGetValue(message, out var until))
            {
                await until.Task.WaitAsync(cancellationToken);
            }
        }
        finally
        {
            Interlocked.Decrement(ref underWay);
        }
    }

    private sealed class Listening(QueueListener listener) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            await listener.StopAsync(CancellationToken.None);
            listener.Dispose();
        }
    }
}
