using Newswire.CommandLine.Importing;
using Newswire.TestKit.Faults;

namespace Newswire.CommandLine.Tests.Importing;

/// <summary>The files of an import as one process sees them.</summary>
internal sealed class FaultyImportRecord(IImportRecord inner, FaultPlan plan) : IImportRecord
{
    public Task<Journal?> ReadAsync(CancellationToken cancellationToken) =>
        plan.RunAsync("read journal", () => inner.ReadAsync(cancellationToken));

    public Task CutReportAsync(long lengthBytes, CancellationToken cancellationToken) =>
        DoAsync("cut report", () => inner.CutReportAsync(lengthBytes, cancellationToken));

    public Task AppendReportAsync(ReadOnlyMemory<byte> lines, CancellationToken cancellationToken) =>
        DoAsync("append report", () => inner.AppendReportAsync(lines, cancellationToken));

    public Task SaveAsync(Journal journal, CancellationToken cancellationToken) =>
        DoAsync("save journal", () => inner.SaveAsync(journal, cancellationToken));

    private Task DoAsync(string name, Func<Task> operation) => plan.RunAsync(name, async () =>
    {
        await operation();
        return true;
    });
}
