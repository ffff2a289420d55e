using Newswire.CommandLine.Importing;

namespace Newswire.CommandLine.Tests.Importing;

/// <summary>Keeps the waits it is told of, and nothing else.</summary>
internal sealed class SilentProgress : IImportProgress
{
    public List<TimeSpan> Waited { get; } = [];

    public void GoesOnBehind(long items)
    {
    }

    public void BeginsAnew()
    {
    }

    public void HasCome(ImportTally tally)
    {
    }

    public void Refuses(ReportLine line)
    {
    }

    public void Waits(string why, TimeSpan wait) => Waited.Add(wait);
}
