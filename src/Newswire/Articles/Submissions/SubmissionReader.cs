using System.Text.Json;
using System.Text.Unicode;
using Newswire.Catalog;

namespace Newswire.Articles.Submissions;

/// <summary>Reads what a newsroom's CMS sends: bytes in, a change or the reasons against it out. Pure.</summary>
public static class SubmissionReader
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 16 };

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
            faults.Add(Fault.InvalidId);
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
        ReadOnlyMemory<byte> json, int maxBytes, Func<JsonMembers, List<Fault>, Change.OfArticle?> read)
    {
        if (json.Length > maxBytes)
        {
            return new SubmissionOutcome.Refused([new Fault("", $"Is larger than {maxBytes} bytes.", FaultKind.Size)]);
        }

        if (!Utf8.IsValid(json.Span))
        {
            return new SubmissionOutcome.Malformed("The text is not UTF-8.");
        }

        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(json, Strict);
        }
        catch (JsonException exception)
        {
            return new SubmissionOutcome.Malformed(exception.LineNumber is { } line
                ? $"The text is not JSON: line {line + 1}, byte {exception.BytePositionInLine + 1}."
                : "A member occurs twice in one object; leave one of them out.");
        }
        catch (InvalidOperationException)
        {
            // The reader compares names, and cannot read this one.
            return new SubmissionOutcome.Malformed("The name of a member holds half of a surrogate pair.");
        }

        using (document)
        {
            if (document.RootElement.ValueKind != JsonValueKind.Object)
            {
                return new SubmissionOutcome.Refused([new Fault("", "Must be an object.", FaultKind.Type)]);
            }

            List<Fault> faults = [];
            var members = new JsonMembers(document.RootElement, "", faults);

            // What has the wrong type is not missing too: of two faults at one place the first is the cause.
            return read(members, faults) is { } change
                ? new SubmissionOutcome.Accepted(change, [.. members.Left])
                : new SubmissionOutcome.Refused([.. faults.DistinctBy(fault => fault.Pointer, StringComparer.Ordinal)]);
        }
    }
}
