using Newswire.Articles.Html;
using Newswire.Catalog;
using Newswire.Json;

namespace Newswire.Articles.Submissions;

/// <summary>
/// Turns a submission into a change, or says everything that is wrong with it. Whatever it has come from, JSON or a
/// page, it is cleaned and checked here and nowhere else.
/// </summary>
/// <param name="received">When it was received: what dates are measured by.</param>
/// <param name="faults">What is already known to be wrong; more is added.</param>
internal sealed class SubmissionCheck(DateTimeOffset received, List<Fault> faults)
{
    private readonly SentText text = new(faults);

    /// <summary>The change; null when there are faults.</summary>
    public Change.Publish? Publish(string? id, Submission submission)
    {
        if (!ArticleId.IsValid(id))
        {
            faults.Add(ArticleId.Fault);
        }

        var dates = new SubmissionDates(submission, received, faults);
        if (submission.Version < 0)
        {
            Add("/version", "Must not be negative.");
        }

        var priority = PriorityOf(submission.Priority);
        var article = Article(submission);
        return faults.Count > 0 || article is null
            ? null
            : new Change.Publish
            {
                ArticleId = id!,
                Received = received,
                Version = submission.Version ?? Math.Max(0, (dates.Updated ?? received).ToUnixTimeMilliseconds()),
                Published = dates.Published!.Value,
                Updated = dates.UpdatedForReaders,
                Embargo = dates.Embargo,
                Expires = dates.Expires,
                Silent = submission.Silent,
                Priority = priority,
                Notify = submission.Notify,
                Article = article,
            };
    }

    private Priority PriorityOf(string? submitted)
    {
        switch (submitted?.Trim().ToLowerInvariant())
        {
            case null or "normal":
                return Priority.Normal;
            case "low":
                return Priority.Low;
            case "high":
                return Priority.High;
            default:
                Add("/priority", "Must be low, normal or high.");
                return Priority.Normal;
        }
    }

    private Article? Article(Submission submission)
    {
        var headline = text.Line("/headline", submission.Headline, SubmissionLimits.MaxHeadline);
        if (headline is null)
        {
            Add("/headline", "Is missing or has no text left once markup is removed.");
        }

        var url = WebAddress.Resolve(submission.Url, baseUrl: null);
        if (url is null)
        {
            Add("/url", $"Must be the article's absolute http or https address, of at most {SubmissionLimits.MaxUrl} characters.");
        }

        // Without an address relative ones cannot be checked; everything else still can.
        var baseUrl = new Uri(url ?? "https://address.invalid/");
        var address = new SentAddress(baseUrl, faults);
        var pictures = new PictureCheck(baseUrl, text, faults);
        var authors = Authors(submission.Authors, address);
        var topics = text.Names("/topics", submission.Topics, SubmissionLimits.MaxNames, SubmissionLimits.MaxName);
        var featured = submission.FeaturedPicture is { } picture ? pictures.Check("/featuredPicture", picture) : null;
        text.AtMost("/pictures", submission.Pictures.Count, SubmissionLimits.MaxPictures, "pictures");
        List<Picture> listed = [.. submission.Pictures
            .Take(SubmissionLimits.MaxPictures)
            .Select((item, i) => pictures.Check($"/pictures/{i}", item))];
        var language = submission.Language?.Trim();
        if (language is { Length: > 0 } && !LanguageTag.IsWellFormed(language))
        {
            Add("/language", "Must be a language tag of RFC 5646, such as en, en-GB or zh-Hant.");
        }

        var standfirst = text.Line("/standfirst", submission.Standfirst, SubmissionLimits.MaxText);
        var section = text.Line("/section", submission.Section, SubmissionLimits.MaxName);
        var correction = text.Line("/correction", submission.Correction, SubmissionLimits.MaxText);
        var rights = text.Line("/rights", submission.Rights, SubmissionLimits.MaxText);
        var license = submission.License is { } where ? address.Resolve("/license", where) : null;
        if (faults.Count > 0)
        {
            return null;
        }

        var body = BodyHtml.Clean(submission.Body ?? "", baseUrl, listed, featured);
        if (body.TooLarge)
        {
            Add("/body",
                $"Has more than {BodyHtml.MaxElements} elements, or more than {BodyHtml.MaxLengthBytes} bytes once cleaned.",
                FaultKind.Size);
            return null;
        }

        text.AtMost("/body", body.Pictures.Count, SubmissionLimits.MaxPictures, "pictures");
        return new Article
        {
            Headline = headline!,
            Standfirst = standfirst,
            Body = body.Html,
            Url = url!,
            Language = language is { Length: > 0 } ? language : null,
            Authors = authors,
            Topics = [.. topics.Select(name => new Topic(name))],
            Featured = body.Featured,
            Pictures = body.Pictures,
            Section = section,
            Correction = correction,
            Rights = rights,
            License = license,
        };
    }

    private List<Author> Authors(IReadOnlyList<Author> submitted, SentAddress addresses)
    {
        text.AtMost("/authors", submitted.Count, SubmissionLimits.MaxNames, "authors");
        List<Author> authors = [];
        for (var i = 0; i < Math.Min(submitted.Count, SubmissionLimits.MaxNames); i++)
        {
            var (name, address) = submitted[i];
            var url = address is null ? null : addresses.Resolve($"/authors/{i}/url", address);
            if (text.Line($"/authors/{i}", name, SubmissionLimits.MaxName) is { } clean)
            {
                authors.Add(new Author(clean, url));
            }
            else
            {
                Add($"/authors/{i}", "Has no name.");
            }
        }

        return [.. authors.DistinctBy(author => author.Name, StringComparer.Ordinal)];
    }

    private void Add(string pointer, string detail, FaultKind kind = FaultKind.Value) =>
        faults.Add(new Fault(pointer, detail, kind));
}
