using Newswire.CommandLine.Importing;

namespace Newswire.CommandLine.Tests.Importing;

/// <summary>The files of an import in memory.</summary>
internal sealed class FileContents : IImportRecord
{
    private Journal? journal;

    public byte[] Report { get; private set; } = [];

    public Task<Journal?> ReadAsync(CancellationToken cancellationToken) => Task.FromResult(journal);

    public Task CutReportAsync(long lengthBytes, CancellationToken cancellationToken)
    {
        Report = Report[..(int)lengthBytes];
        return Task.CompletedTask;
    }

    public Task AppendReportAsync(ReadOnlyMemory<byte> lines, CancellationToken cancellationToken)
    {
        Report = [.. Report, .. lines.Span];
        return Task.CompletedTask;
    }

    public Task SaveAsync(Journal journal, CancellationToken cancellationToken)
    {
        this.journal = journal;
        return Task.CompletedTask;
    }
}
