using Newswire.Articles.Submissions;
using Newswire.Importing;

namespace Newswire.CommandLine.Importing;

/// <summary>Some items of a source, one behind the other, of which those that are articles are sent together.</summary>
/// <param name="chain">The chain of all items before.</param>
/// <param name="toLine">Makes the line of an item that is sent; null for one that is not.</param>
internal sealed class ImportBatch(string chain, Func<ImportedItem, (string Id, ReadOnlyMemory<byte> Line)?> toLine)
{
    /// <summary>Lines sent together. Small enough that pictures can be asked for within one request, and that little is sent twice.</summary>
    public const int MaxLines = 500;

    /// <summary>Bytes sent together, or one line.</summary>
    public const int MaxBytes = 4 * 1024 * 1024;

    private readonly List<(ImportedItem Item, bool IsSent)> items = [];
    private readonly List<ReadOnlyMemory<byte>> lines = [];
    private readonly HashSet<string> ids = new(StringComparer.Ordinal);
    private int bytes;

    /// <summary>What is sent.</summary>
    public IReadOnlyList<ReadOnlyMemory<byte>> Lines => lines;

    /// <summary>The articles it is about.</summary>
    public IReadOnlySet<string> Ids => ids;

    /// <summary>The chain with its items.</summary>
    public string Chain { get; private set; } = chain;

    public bool IsEmpty => items.Count == 0;

    /// <summary>Whether it is time to send it.</summary>
    public bool IsFull => lines.Count >= MaxLines || bytes >= MaxBytes || items.Count >= 10 * MaxLines;

    /// <summary>Adds an item; false when it has to begin the next batch.</summary>
    public bool TryAdd(ImportedItem item)
    {
        var line = toLine(item);
        if (line is { Line.Length: var length } && lines.Count > 0 && bytes + length > MaxBytes)
        {
            return false;
        }

        // What no batch can hold is not sent.
        var isSent = line is { Line.Length: < SubmissionLimits.MaxBatchBytes };
        items.Add((item, isSent));
        Chain = ItemChain.Add(Chain, item);
        if (isSent)
        {
            lines.Add(line!.Value.Line);
            ids.Add(line.Value.Id);
            bytes += line.Value.Line.Length + 1;
        }

        return true;
    }

    /// <summary>What came of each item.</summary>
    /// <param name="refusals">Why each line was refused; null where it was not.</param>
    public IEnumerable<ReportLine> Settle(IReadOnlyList<string?> refusals)
    {
        var at = 0;
        foreach (var (item, isSent) in items)
        {
            yield return item switch
            {
                ImportedItem.LeftOut left => new ReportLine(left.Place, null, ItemOutcome.LeftOut, [left.Reason]),
                _ when !isSent => new ReportLine(item.Place, IdOf(item), ItemOutcome.Refused, ["Is too large for any batch."]),
                _ => Settle(item, refusals[at++]),
            };
        }
    }

    private static ReportLine Settle(ImportedItem item, string? refusal) => (item, refusal) switch
    {
        (_, not null) => new ReportLine(item.Place, IdOf(item), ItemOutcome.Refused, [refusal]),
        (ImportedItem.Article { Losses: { Count: > 0 } losses }, _) => new ReportLine(item.Place, IdOf(item), ItemOutcome.Lossy, losses),
        _ => new ReportLine(item.Place, IdOf(item), ItemOutcome.Taken),
    };

    private static string? IdOf(ImportedItem item) => item switch
    {
        ImportedItem.Article article => article.Id,
        ImportedItem.Withdrawal withdrawal => withdrawal.Id,
        _ => null,
    };
}
