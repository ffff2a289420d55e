using System.Text.RegularExpressions;
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
internal sealed partial class SubmissionCheck(DateTimeOffset received, List<Fault> faults)
{
    private const RegexOptions LinearTime =
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

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
        var authors = Authors(submission.Authors, baseUrl);
        var topics = text.Names("/topics", submission.Topics, SubmissionLimits.MaxNames, SubmissionLimits.MaxName);
        var featured = submission.FeaturedPicture is { } picture ? Picture("/featuredPicture", picture, baseUrl) : null;
        text.AtMost("/pictures", submission.Pictures.Count, SubmissionLimits.MaxPictures, "pictures");
        List<Picture> listed = [.. submission.Pictures
            .Take(SubmissionLimits.MaxPictures)
            .Select((item, i) => Picture($"/pictures/{i}", item, baseUrl))];
        var language = submission.Language?.Trim();
        if (language is { Length: > 0 } && !LanguageTag.IsWellFormed(language))
        {
            Add("/language", "Must be a language tag of RFC 5646, such as en, en-GB or zh-Hant.");
        }

        var standfirst = text.Line("/standfirst", submission.Standfirst, SubmissionLimits.MaxText);
        var section = text.Line("/section", submission.Section, SubmissionLimits.MaxName);
        var correction = text.Line("/correction", submission.Correction, SubmissionLimits.MaxText);
        var rights = text.Line("/rights", submission.Rights, SubmissionLimits.MaxText);
        if (faults.Count > 0)
        {
            return null;
        }

        var body = BodyHtml.Clean(submission.Body ?? "", baseUrl, listed);
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
            Featured = featured,
            Pictures = body.Pictures,
            Section = section,
            Correction = correction,
            Rights = rights,
        };
    }

    private List<Author> Authors(IReadOnlyList<Author> submitted, Uri baseUrl)
    {
        text.AtMost("/authors", submitted.Count, SubmissionLimits.MaxNames, "authors");
        List<Author> authors = [];
        for (var i = 0; i < Math.Min(submitted.Count, SubmissionLimits.MaxNames); i++)
        {
            var (name, address) = submitted[i];
            var url = address is null ? null : Address($"/authors/{i}/url", address, baseUrl);
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

    private Picture Picture(string pointer, Picture picture, Uri baseUrl)
    {
        if (picture.LengthBytes < 1)
        {
            Add(pointer + "/lengthBytes", "Must be the size of the file in bytes, 1 or more; leave it out when it is not known.");
        }

        var type = picture.Type?.Trim().ToLowerInvariant();
        if (type is { Length: > 0 } && !ImageType().IsMatch(type))
        {
            Add(pointer + "/type", "Must be the media type of an image, such as image/jpeg.");
        }

        return picture with
        {
            Url = Address(pointer + "/url", picture.Url, baseUrl) ?? "",
            Type = type is { Length: > 0 } ? type : null,
            Caption = text.Line(pointer + "/caption", picture.Caption, SubmissionLimits.MaxText),
            Alt = text.Line(pointer + "/alt", picture.Alt, SubmissionLimits.MaxText),
            Credits = text.Names(
                pointer + "/credits", picture.Credits, SubmissionLimits.MaxCredits, SubmissionLimits.MaxName),
        };
    }

    private string? Address(string pointer, string raw, Uri baseUrl)
    {
        var url = WebAddress.Resolve(raw, baseUrl);
        if (url is null)
        {
            Add(pointer, $"Must be an http or https address of at most {SubmissionLimits.MaxUrl} characters, absolute or relative to url.");
        }

        return url;
    }

    private void Add(string pointer, string detail, FaultKind kind = FaultKind.Value) =>
        faults.Add(new Fault(pointer, detail, kind));

    [GeneratedRegex("^image/[a-z0-9][a-z0-9.+-]{0,60}$", LinearTime)]
    private static partial Regex ImageType();
}
