using System.Buffers;
using System.Text.Json;
using Newswire.Telemetry;

namespace Newswire.Catalog;

/// <summary>
/// Appends changes to the catalog. The append is the commit: when <see cref="AppendAsync"/> returns, the changes are
/// durable and everything else follows from them.
/// </summary>
/// <remarks>
/// Group commit: callers that arrive while an append is under way share the next one, so that the rate of appends does
/// not grow with the rate of changes. Nothing waits for another process: several writers append to the same page, and
/// storage puts their blocks one behind the other.
/// </remarks>
public sealed class CatalogWriter(ICatalogPages pages, CatalogOptions options)
{
    private readonly Lock gate = new();
    private readonly Queue<Block> waiting = new();
    private bool writing;
    private int page;
    private bool pageIsFull;

    /// <summary>Makes the changes durable, in this order.</summary>
    /// <returns>For each change the position behind it: a reader at that position has read it.</returns>
    /// <exception cref="Storage.StorageAwayException">
    /// Storage did not confirm. The changes may be in the catalog all the same; sending them again is harmless.
    /// </exception>
    public async Task<IReadOnlyList<Position>> AppendAsync(
        IReadOnlyList<Change> changes, CancellationToken cancellationToken)
    {
        var blocks = Encode(changes);
        lock (gate)
        {
            blocks.ForEach(waiting.Enqueue);
            if (!writing && waiting.Count > 0)
            {
                writing = true;

                // Not awaited and not cancelled with the caller: the append serves other callers too.
                _ = Task.Run(WriteWaitingAsync, CancellationToken.None);
            }
        }

        var positions = new List<Position>(changes.Count);
        foreach (var block in blocks)
        {
            positions.AddRange(await block.Appended.Task.WaitAsync(cancellationToken));
        }

        return positions;
    }

    private List<Block> Encode(IReadOnlyList<Change> changes)
    {
        List<Block> blocks = [];
        var trace = Traces.Parent;
        foreach (var change in changes)
        {
            var line = LineTrace.Add(JsonSerializer.SerializeToUtf8Bytes(change, CatalogJson.Line.Change), trace);
            if (blocks.Count == 0 || blocks[^1].Bytes.WrittenCount + line.Length >= options.MaxBlockBytes)
            {
                blocks.Add(new Block());
            }

            blocks[^1].Add(line);
        }

        return blocks;
    }

    private async Task WriteWaitingAsync()
    {
        while (TakeGroup() is { Count: > 0 } group)
        {
            var bytes = group.Count == 1 ? group[0].Bytes.WrittenMemory : Join(group);
            var append = AppendBlockAsync(bytes);

            // The outcome, whatever it is, belongs to the callers that wait for it.
            await ((Task)append).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            foreach (var block in group)
            {
                block.Complete(append);
            }
        }
    }

    private List<Block> TakeGroup()
    {
        lock (gate)
        {
            List<Block> group = [];
            var size = 0;
            while (waiting.TryPeek(out var next)
                && (group.Count == 0 || size + next.Bytes.WrittenCount <= options.MaxBlockBytes))
            {
                next.OffsetInGroup = size;
                size += next.Bytes.WrittenCount;
                group.Add(waiting.Dequeue());
            }

            writing = group.Count > 0;
            return group;
        }
    }

    private static ReadOnlyMemory<byte> Join(List<Block> group)
    {
        var joined = new ArrayBufferWriter<byte>(group.Sum(block => block.Bytes.WrittenCount));
        group.ForEach(block => joined.Write(block.Bytes.WrittenSpan));
        return joined.WrittenMemory;
    }

    private async Task<Position> AppendBlockAsync(ReadOnlyMemory<byte> bytes)
    {
        if (page == 0)
        {
            page = await pages.LastAsync(CancellationToken.None);
        }

        // Sealing waits for the next append: a seal that fails must not take back an append that succeeded.
        if (pageIsFull)
        {
            await pages.SealAsync(page, CancellationToken.None);
            (page, pageIsFull) = (page + 1, false);
        }

        while (true)
        {
            switch (await pages.AppendAsync(page, bytes, CancellationToken.None))
            {
                case AppendResult.Appended appended:
                    pageIsFull = appended.Offset + bytes.Length >= options.MaxPageBytes
                        || appended.Blocks >= options.MaxPageBlocks;
                    return new Position(page, appended.Offset);
                default:
                    // Another process sealed the page.
                    page++;
                    break;
            }
        }
    }

    private sealed class Block
    {
        private readonly List<int> ends = [];

        public ArrayBufferWriter<byte> Bytes { get; } = new();

        public TaskCompletionSource<IEnumerable<Position>> Appended { get; } =
            new(TaskCreationOptions.RunContinuationsAsynchronously);

        public int OffsetInGroup { get; set; }

        public void Add(ReadOnlySpan<byte> line)
        {
            Bytes.Write(line);
            Bytes.Write("\n"u8);
            ends.Add(Bytes.WrittenCount);
        }

        public void Complete(Task<Position> append)
        {
            if (append.IsCompletedSuccessfully)
            {
                var start = append.Result;
                Appended.SetResult(ends.Select(end => start with { Offset = start.Offset + OffsetInGroup + end }));
            }
            else
            {
                Appended.SetException(append.Exception!.InnerExceptions);
            }
        }
    }
}
