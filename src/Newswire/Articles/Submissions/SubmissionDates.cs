using System.Globalization;
using Newswire.Json;

namespace Newswire.Articles.Submissions;

/// <summary>The dates of a submission, checked each by itself and against the others. A date that is no date is null.</summary>
internal sealed class SubmissionDates
{
    private readonly List<Fault> faults;

    /// <param name="submission">What was sent.</param>
    /// <param name="received">When it was received: what counts as now.</param>
    /// <param name="faults">Where faults are added.</param>
    public SubmissionDates(Submission submission, DateTimeOffset received, List<Fault> faults)
    {
        this.faults = faults;
        Published = Scheduled("/published", submission.Published, received);
        if (submission.Published is null)
        {
            Add("/published", "Is missing: say when the article was first published, as in 2026-03-04T09:30:00Z.");
        }

        Embargo = Scheduled("/embargo", submission.Embargo, received);

        // An edit of an article that is still to come may be dated with it.
        var shown = Embargo > Published || Published is null ? Embargo : Published;
        Updated = Date("/updated", submission.Updated);
        if (Updated > (shown > received ? shown : received) + SubmissionLimits.MaxAhead)
        {
            Add("/updated", $"Must not lie in the future (more than {SubmissionLimits.MaxAhead.TotalMinutes:0} minutes ahead of {Text(received)}, or of published or embargo where those are later).");
        }

        var latest = shown > received ? shown.Value : received;
        UpdatedForReaders = Updated > latest ? latest : Updated;
        Expires = Date("/expires", submission.Expires);
        if (Expires <= shown)
        {
            Add("/expires", "Must be later than published and embargo.");
        }
    }

    public DateTimeOffset? Published { get; }

    public DateTimeOffset? Updated { get; }

    /// <summary>
    /// The date of the edit, but not ahead of the moment at which readers can see it: nothing from the future is shown.
    /// </summary>
    public DateTimeOffset? UpdatedForReaders { get; }

    public DateTimeOffset? Embargo { get; }

    public DateTimeOffset? Expires { get; }

    private static string Text(DateTimeOffset date) =>
        date.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private DateTimeOffset? Scheduled(string pointer, string? raw, DateTimeOffset received)
    {
        var date = Date(pointer, raw);
        if (date > received.AddYears(SubmissionLimits.MaxYearsAhead))
        {
            Add(pointer, $"Must not lie more than {SubmissionLimits.MaxYearsAhead} years ahead of {Text(received)}.");
        }

        return date;
    }

    private DateTimeOffset? Date(string pointer, string? raw)
    {
        if (raw is null)
        {
            return null;
        }

        if (SentDate.Read(raw) is not { } date)
        {
            Add(pointer, SentDate.Expected);
            return null;
        }

        if (date.Year < 1600)
        {
            Add(pointer, "Must not lie before newspapers: 1600 or later.");
        }

        return date;
    }

    private void Add(string pointer, string detail) => faults.Add(new Fault(pointer, detail));
}
