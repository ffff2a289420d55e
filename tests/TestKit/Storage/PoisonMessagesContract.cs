using Newswire.Storage;

namespace Newswire.TestKit.Storage;

/// <summary>What <see cref="IPoisonMessages"/> promises, whatever stands behind it.</summary>
public abstract class PoisonMessagesContract
{
    private readonly string queue = $"contract-{Guid.NewGuid():N}";

    protected abstract IPoisonMessages Poison { get; }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_queue_that_never_failed_has_none()
    {
        Assert.Equal(0, await Poison.CountAsync(this.queue, Token));
        Assert.Empty(await Poison.PeekAsync(this.queue, Token));
        Assert.Equal(0, await Poison.RetryAsync(this.queue, id: null, Token));
        Assert.Equal(0, await Poison.DeleteAsync(this.queue, "b2a1", Token));
    }

    [Fact]
    public async Task Looking_leaves_them_where_they_are()
    {
        await AddAsync(this.queue, "one & <two>");

        var first = Assert.Single(await Poison.PeekAsync(this.queue, Token));
        Assert.Equal("one & <two>", first.Text);
        Assert.NotNull(first.Since);
        Assert.Equal(first, Assert.Single(await Poison.PeekAsync(this.queue, Token)));
        Assert.Equal(1, await Poison.CountAsync(this.queue, Token));
    }

    [Fact]
    public async Task One_of_many_is_tried_again_and_the_others_stay()
    {
        await AddManyAsync(40);
        var chosen = (await Poison.PeekAsync(this.queue, Token))[^1];

        Assert.Equal(1, await Poison.RetryAsync(this.queue, chosen.Id, Token));

        Assert.Equal([chosen.Text], await TakeAllAsync(this.queue));
        Assert.Equal(39, await Poison.CountAsync(this.queue, Token));
        Assert.Equal(IPoisonMessages.MaxPeeked, (await Poison.PeekAsync(this.queue, Token)).Count);
        Assert.Equal(0, await Poison.RetryAsync(this.queue, chosen.Id, Token));
    }

    [Fact]
    public async Task All_are_tried_again()
    {
        await AddManyAsync(40);

        Assert.Equal(40, await Poison.RetryAsync(this.queue, id: null, Token));

        Assert.Equal(40, (await TakeAllAsync(this.queue)).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(0, await Poison.CountAsync(this.queue, Token));
    }

    [Fact]
    public async Task What_is_deleted_is_never_tried_again()
    {
        await AddManyAsync(3);
        var chosen = (await Poison.PeekAsync(this.queue, Token))[1];

        Assert.Equal(1, await Poison.DeleteAsync(this.queue, chosen.Id, Token));
        Assert.DoesNotContain(chosen.Text, (await Poison.PeekAsync(this.queue, Token)).Select(message => message.Text));
        Assert.Equal(2, await Poison.DeleteAsync(this.queue, id: null, Token));

        Assert.Equal(0, await Poison.CountAsync(this.queue, Token));
        Assert.Empty(await TakeAllAsync(this.queue));
    }

    [Fact]
    public async Task Queues_are_separate()
    {
        await AddAsync(this.queue, "here");

        Assert.Empty(await Poison.PeekAsync($"{this.queue}-2", Token));
        Assert.Equal(0, await Poison.DeleteAsync($"{this.queue}-2", id: null, Token));
        Assert.Equal(1, await Poison.CountAsync(this.queue, Token));
    }

    /// <summary>Sets a message aside.</summary>
    protected abstract Task AddAsync(string queue, string text);

    /// <summary>Receives and completes what waits in the queue itself, in any order.</summary>
    protected abstract Task<IReadOnlyList<string>> TakeAllAsync(string queue);

    private async Task AddManyAsync(int count)
    {
        for (var i = 0; i < count; i++)
        {
            await AddAsync(this.queue, $"message {i:D2}");
        }
    }
}
