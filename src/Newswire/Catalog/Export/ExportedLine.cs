using Newswire.Articles.Submissions;
using Newswire.Json;

namespace Newswire.Catalog.Export;

/// <summary>
/// Takes back a change that another Newswire has accepted. It keeps its version, its dates and the moment of its receipt;
/// everything else is cleaned and checked once more like any submission, so that a file from elsewhere opens no way around
/// that. What Newswire has cleaned itself comes through unchanged.
/// </summary>
public static class ExportedLine
{
    /// <summary>Reads a line of <see cref="CatalogExport"/>.</summary>
    /// <param name="line">The line.</param>
    /// <param name="now">The moment: nothing can have been received later.</param>
    public static JsonOutcome<Change> Read(ReadOnlyMemory<byte> line, DateTimeOffset now)
    {
        if (ChangeLine.Read(line.Span, out var fault) is not { } change)
        {
            return new JsonOutcome<Change>.Malformed(fault!);
        }

        List<Fault> faults = [];
        if (change.Received > now + SubmissionLimits.MaxAhead)
        {
            faults.Add(new Fault("/received", "Must not lie in the future."));
        }

        var taken = change switch
        {
            Change.Publish publish => new SubmissionCheck(publish.Received, faults).Publish(publish.ArticleId, Resubmission.Of(publish)),
            Change.DefineContract => Refuse(faults),
            _ => change,
        };
        return faults.Count > 0
            ? new JsonOutcome<Change>.Refused(faults)
            : new JsonOutcome<Change>.Accepted(taken!, []);
    }

    private static Change? Refuse(List<Fault> faults)
    {
        faults.Add(new Fault("/change", "Contracts do not move with articles: make the partner with PUT /api/partners/{partner}."));
        return null;
    }
}
