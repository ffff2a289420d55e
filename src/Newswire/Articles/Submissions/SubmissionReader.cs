using Newswire.Catalog;
using Newswire.Json;

namespace Newswire.Articles.Submissions;

/// <summary>Reads what a newsroom's CMS sends: bytes in, a change or the reasons against it out. Pure.</summary>
public static class SubmissionReader
{
    /// <summary>Reads an article that is published or updated under an id known from elsewhere, such as the URL.</summary>
    public static SubmissionOutcome ReadArticle(string id, ReadOnlyMemory<byte> json, DateTimeOffset received) =>
        Read(json, SubmissionLimits.MaxArticleBytes, (members, faults) =>
        {
            var named = members.Text("id");
            if (named is not null && named != id)
            {
                faults.Add(new Fault("/id", "Must be the id in the URL; it may be left out."));
            }

            if (members.Flag("withdraw") == true)
            {
                faults.Add(new Fault("/withdraw", "Only a line of a batch may say so; send DELETE to withdraw this article."));
            }

            return Publish(id, members, received, faults);
        });

    /// <summary>
    /// Reads a line of a batch: an article with its id, or <c>{"id": …, "withdraw": true}</c> with an optional version.
    /// </summary>
    public static SubmissionOutcome ReadBatchLine(ReadOnlyMemory<byte> json, DateTimeOffset received) =>
        Read(json, SubmissionLimits.MaxArticleBytes, (members, faults) =>
        {
            var id = members.Text("id");
            return members.Flag("withdraw") == true
                ? Withdraw(id, members.Integer("version"), received, faults)
                : Publish(id, members, received, faults);
        });

    /// <summary>Checks what was found on a page.</summary>
    public static SubmissionOutcome Check(string? id, Submission submission, DateTimeOffset received)
    {
        List<Fault> faults = [];
        return new SubmissionCheck(received, faults).Publish(id, submission) is { } change
            ? new SubmissionOutcome.Accepted(change, [])
            : new SubmissionOutcome.Refused(faults);
    }

    /// <summary>Checks a withdrawal.</summary>
    /// <param name="id">The article's id.</param>
    /// <param name="version">Withdraws versions up to this one; null withdraws every version received before.</param>
    /// <param name="received">When it was received.</param>
    public static SubmissionOutcome CheckWithdrawal(string id, long? version, DateTimeOffset received)
    {
        List<Fault> faults = [];
        return Withdraw(id, version, received, faults) is { } change
            ? new SubmissionOutcome.Accepted(change, [])
            : new SubmissionOutcome.Refused(faults);
    }

    private static Change.Withdraw? Withdraw(string? id, long? version, DateTimeOffset received, List<Fault> faults)
    {
        if (!ArticleId.IsValid(id))
        {
            faults.Add(ArticleId.Fault);
        }

        if (version < 0)
        {
            faults.Add(new Fault("/version", "Must not be negative."));
        }

        return faults.Count > 0
            ? null
            : new Change.Withdraw { ArticleId = id!, Received = received, ThroughVersion = version };
    }

    private static Change.Publish? Publish(string? id, JsonMembers members, DateTimeOffset received, List<Fault> faults)
    {
        var submission = SubmissionJson.Read(members, faults);
        return new SubmissionCheck(received, faults).Publish(id, submission);
    }

    private static SubmissionOutcome Read(
        ReadOnlyMemory<byte> json, int maxBytes, Func<JsonMembers, List<Fault>, Change.OfArticle?> read) =>
        StrictJson.Read(json, maxBytes, read) switch
        {
            JsonOutcome<Change.OfArticle>.Accepted accepted => new SubmissionOutcome.Accepted(accepted.Value, accepted.Ignored),
            JsonOutcome<Change.OfArticle>.Refused refused => new SubmissionOutcome.Refused(refused.Faults),
            var malformed => new SubmissionOutcome.Malformed(((JsonOutcome<Change.OfArticle>.Malformed)malformed).Detail),
        };
}
