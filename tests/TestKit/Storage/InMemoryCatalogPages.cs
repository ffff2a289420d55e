using Newswire.Catalog;

namespace Newswire.TestKit.Storage;

/// <summary>Catalog pages in memory; keeps the same contract as storage itself (<see cref="CatalogPagesContract"/>).</summary>
/// <param name="maxBlocks">How many blocks fill a page; storage allows 50,000, a test of the rolling allows few.</param>
public sealed class InMemoryCatalogPages(int maxBlocks = 50_000) : ICatalogPages
{
    private readonly Lock gate = new();
    private readonly SortedDictionary<int, Page> pages = [];

    /// <summary>The bytes of every page, by number, to look at.</summary>
    public IReadOnlyDictionary<int, byte[]> Snapshot()
    {
        lock (gate)
        {
            return pages.ToDictionary(page => page.Key, page => page.Value.Bytes.ToArray());
        }
    }

    public Task<int> LastAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (gate)
        {
            return Task.FromResult(pages.Count == 0 ? 1 : Math.Max(1, pages.Keys.Last()));
        }
    }

    public Task<AppendResult> AppendAsync(int page, ReadOnlyMemory<byte> block, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (block.IsEmpty)
        {
            throw new ArgumentException("A block has at least one byte.", nameof(block));
        }

        lock (gate)
        {
            var target = Existing(page);
            target.Sealed |= target.Blocks == maxBlocks;
            if (target.Sealed)
            {
                return Task.FromResult<AppendResult>(new AppendResult.PageSealed());
            }

            var offset = target.Bytes.Length;
            target.Bytes.Write(block.Span);
            return Task.FromResult<AppendResult>(new AppendResult.Appended(offset, ++target.Blocks));
        }
    }

    public Task SealAsync(int page, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (gate)
        {
            Existing(page).Sealed = true;
            return Task.CompletedTask;
        }
    }

    public Task<PageContent> ReadAsync(int page, long offset, int maxBytes, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (gate)
        {
            if (!pages.TryGetValue(page, out var source))
            {
                return Task.FromResult(new PageContent(ReadOnlyMemory<byte>.Empty, 0, Sealed: false));
            }

            var length = source.Bytes.Length;
            var from = Math.Min(offset, length);
            var bytes = source.Bytes.GetBuffer().AsSpan((int)from, (int)Math.Min(maxBytes, length - from)).ToArray();
            return Task.FromResult(new PageContent(bytes, length, source.Sealed));
        }
    }

    public Task OverwriteAsync(int page, IReadOnlyList<PagePatch> patches, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (gate)
        {
            var length = pages.TryGetValue(page, out var target) ? target.Bytes.Length : 0;
            if (patches.Any(patch => patch.Offset < 0 || patch.End > length))
            {
                throw new ArgumentOutOfRangeException(nameof(patches), "A patch reaches beyond the page.");
            }

            foreach (var patch in patches)
            {
                target!.Sealed = true;
                patch.ApplyTo(target.Bytes.GetBuffer().AsSpan(0, (int)length), 0);
            }

            return Task.CompletedTask;
        }
    }

    private Page Existing(int page)
    {
        if (!pages.TryGetValue(page, out var existing))
        {
            pages.Add(page, existing = new Page());
        }

        return existing;
    }

    private sealed class Page
    {
        public MemoryStream Bytes { get; } = new();

        public int Blocks { get; set; }

        public bool Sealed { get; set; }
    }
}
