using System.Buffers;
using System.Text.Json;
using Newswire.Importing;

namespace Newswire.CommandLine.Importing;

/// <summary>
/// Takes a source into a Newswire. Interrupted anywhere and run again it goes on, and in the end everything is as if it had
/// never been interrupted: the journal says only what is durable, and what is sent twice counts once.
/// </summary>
/// <param name="sender">Brings batches there.</param>
/// <param name="record">Where it is written down.</param>
/// <param name="progress">Is told how it goes.</param>
/// <param name="toLine">Makes the line of an item that is sent; null for one that is not.</param>
internal sealed class ImportRun(
    IBatchSender sender,
    IImportRecord record,
    IImportProgress progress,
    Func<ImportedItem, (string Id, ReadOnlyMemory<byte> Line)?> toLine)
{
    /// <summary>Batches under way at once: enough that reading, sending and cleaning go on side by side.</summary>
    private const int MaxUnderWay = 4;

    private readonly Queue<(ImportBatch Batch, Task<IReadOnlyList<string?>> Sent)> underWay = new();
    private Journal journal = Journal.Beginning("", "");

    /// <summary>Takes what an earlier run has not.</summary>
    /// <param name="source">The source.</param>
    /// <param name="name">What it is called in the journal.</param>
    /// <param name="target">Where it goes to, as the journal has it.</param>
    /// <param name="cancellationToken">Interrupts it; what is durable is written down.</param>
    /// <returns>What came of all items, those of earlier runs included.</returns>
    public async Task<ImportTally> RunAsync(IImportSource source, string name, string target, CancellationToken cancellationToken)
    {
        var rest = await PassOverAsync(source, name, target, cancellationToken);
        await using var _ = rest;

        // What a run that died wrote behind its journal is written again.
        await record.CutReportAsync(journal.ReportBytes, cancellationToken);
        try
        {
            var batch = new ImportBatch(journal.Chain, toLine);
            while (await rest.MoveNextAsync())
            {
                if (!batch.TryAdd(rest.Current))
                {
                    batch = await SendAsync(batch, cancellationToken);
                    batch.TryAdd(rest.Current);
                }

                if (batch.IsFull)
                {
                    batch = await SendAsync(batch, cancellationToken);
                }
            }

            if (!batch.IsEmpty)
            {
                await SendAsync(batch, cancellationToken);
            }

            while (underWay.Count > 0)
            {
                await SettleAsync();
            }
        }
        catch (Exception exception) when (exception is CommandFailedException or OperationCanceledException)
        {
            // The others may have come through, and then they need not be sent again.
            while (underWay.TryPeek(out var first) && await EndsWellAsync(first.Sent))
            {
                await SettleAsync();
            }

            throw;
        }

        return journal.Tally;
    }

    /// <summary>The items behind those that an earlier run is done with; all where the source is another than it was.</summary>
    private async Task<IAsyncEnumerator<ImportedItem>> PassOverAsync(
        IImportSource source, string name, string target, CancellationToken cancellationToken)
    {
        var last = await record.ReadAsync(cancellationToken);
        journal = Journal.Beginning(name, target);
        if (last is null || last.Items == 0 || (last.Source, last.Target) != (name, target))
        {
            return source.ReadAsync(cancellationToken).GetAsyncEnumerator(cancellationToken);
        }

        var items = source.ReadAsync(cancellationToken).GetAsyncEnumerator(cancellationToken);
        var chain = ItemChain.Empty;
        var passed = 0L;
        while (passed < last.Items && await items.MoveNextAsync())
        {
            chain = ItemChain.Add(chain, items.Current);
            passed++;
        }

        if (passed == last.Items && chain == last.Chain)
        {
            progress.GoesOnBehind(passed);
            journal = last;
            return items;
        }

        await items.DisposeAsync();
        progress.BeginsAnew();
        return source.ReadAsync(cancellationToken).GetAsyncEnumerator(cancellationToken);
    }

    /// <summary>Sends the batch and gives the next one, empty.</summary>
    private async Task<ImportBatch> SendAsync(ImportBatch batch, CancellationToken cancellationToken)
    {
        // Changes of one article go one behind the other: what is not numbered counts in the order of receipt.
        while (underWay.Count >= MaxUnderWay || underWay.Any(other => other.Batch.Ids.Overlaps(batch.Ids)))
        {
            await SettleAsync();
        }

        underWay.Enqueue((batch, batch.Lines.Count == 0 ? Task.FromResult<IReadOnlyList<string?>>([]) : sender.SendAsync(batch.Lines, cancellationToken)));
        return new ImportBatch(batch.Chain, toLine);
    }

    /// <summary>
    /// Writes down what came of the oldest batch, the report first, and then that it is done. In the order of the source, so
    /// that one number says what is done. Not cancelled: it is durable there, and takes a moment here.
    /// </summary>
    private async Task SettleAsync()
    {
        var (batch, sent) = underWay.Peek();
        var refusals = await sent;
        underWay.Dequeue();

        var report = new ArrayBufferWriter<byte>();
        var tally = journal.Tally;
        foreach (var line in batch.Settle(refusals))
        {
            report.Write(JsonSerializer.SerializeToUtf8Bytes(line, ImportJson.Readable.ReportLine));
            report.Write("\n"u8);
            tally = tally.Plus(line.Outcome);
            if (line.Outcome == ItemOutcome.Refused)
            {
                progress.Refuses(line);
            }
        }

        await record.AppendReportAsync(report.WrittenMemory, CancellationToken.None);
        journal = journal with
        {
            Items = tally.Items,
            Chain = batch.Chain,
            ReportBytes = journal.ReportBytes + report.WrittenCount,
            Tally = tally,
        };
        await record.SaveAsync(journal, CancellationToken.None);
        progress.HasCome(tally);
    }

    private static async Task<bool> EndsWellAsync(Task sent)
    {
        await sent.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return sent.IsCompletedSuccessfully;
    }
}
