namespace Newswire.CommandLine.Importing;

/// <summary>Where an import writes down how far it has come and what came of each item.</summary>
internal interface IImportRecord
{
    /// <summary>The journal of the last run; null when there is none that can be read.</summary>
    Task<Journal?> ReadAsync(CancellationToken cancellationToken);

    /// <summary>Takes the report back to its first bytes: what stands behind them was written by a run that died.</summary>
    Task CutReportAsync(long lengthBytes, CancellationToken cancellationToken);

    /// <summary>Appends to the report.</summary>
    Task AppendReportAsync(ReadOnlyMemory<byte> lines, CancellationToken cancellationToken);

    /// <summary>Replaces the journal as a whole. What it says is in the report already.</summary>
    Task SaveAsync(Journal journal, CancellationToken cancellationToken);
}
