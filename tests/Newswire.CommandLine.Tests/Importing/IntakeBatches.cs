using Newswire.Articles.Submissions;
using Newswire.Catalog;
using Newswire.CommandLine.Importing;

namespace Newswire.CommandLine.Tests.Importing;

/// <summary>Takes batches as the surface does, without a network between.</summary>
internal sealed class IntakeBatches(Intake intake) : IBatchSender
{
    public async Task<IReadOnlyList<string?>> SendAsync(IReadOnlyList<ReadOnlyMemory<byte>> lines, CancellationToken cancellationToken)
    {
        var outcomes = lines.Select(line => SubmissionReader.ReadBatchLine(line, intake.Stamp())).ToList();
        var changes = outcomes.OfType<SubmissionOutcome.Accepted>().Select(accepted => accepted.Change).ToList();
        if (changes.Count > 0)
        {
            await intake.AcceptAsync(changes, cancellationToken);
        }

        return [.. outcomes.Select(outcome => outcome is SubmissionOutcome.Accepted ? null : "Is not acceptable.")];
    }
}
