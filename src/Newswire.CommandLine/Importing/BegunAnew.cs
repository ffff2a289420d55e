namespace Newswire.CommandLine.Importing;

/// <summary>A record that knows nothing of earlier runs.</summary>
internal sealed class BegunAnew(IImportRecord record) : IImportRecord
{
    public Task<Journal?> ReadAsync(CancellationToken cancellationToken) => Task.FromResult<Journal?>(null);

    public Task CutReportAsync(long lengthBytes, CancellationToken cancellationToken) => record.CutReportAsync(lengthBytes, cancellationToken);

    public Task AppendReportAsync(ReadOnlyMemory<byte> lines, CancellationToken cancellationToken) => record.AppendReportAsync(lines, cancellationToken);

    public Task SaveAsync(Journal journal, CancellationToken cancellationToken) => record.SaveAsync(journal, cancellationToken);
}
