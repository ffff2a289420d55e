using System.Globalization;
using System.Text.RegularExpressions;
using Newswire.Articles.Html;
using Newswire.Catalog;

namespace Newswire.Articles.Submissions;

/// <summary>
/// Turns a submission into a change, or says everything that is wrong with it. Whatever it has come from, JSON or a
/// page, it is cleaned and checked here and nowhere else.
/// </summary>
/// <param name="received">When it was received: no date may lie far ahead of it.</param>
/// <param name="faults">What is already known to be wrong; more is added.</param>
internal sealed partial class SubmissionCheck(DateTimeOffset received, List<Fault> faults)
{
    private const RegexOptions LinearTime =
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    private static readonly string[] DateForms = ["yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"];

    /// <summary>The change; null when there are faults.</summary>
    public Change.Publish? Publish(string? id, Submission submission)
    {
        if (!ArticleId.IsValid(id))
        {
            Add(Fault.InvalidId.Pointer, Fault.InvalidId.Detail);
        }

        var published = Date("/published", submission.Published);
        if (submission.Published is null)
        {
            Add("/published", "Is missing: say when the article was first published, as in 2026-03-04T09:30:00Z.");
        }

        var updated = Date("/updated", submission.Updated);
        if (submission.Version < 0)
        {
            Add("/version", "Must not be negative.");
        }

        var article = Article(submission);
        return faults.Count > 0 || article is null
            ? null
            : new Change.Publish
            {
                ArticleId = id!,
                Received = received,
                Version = submission.Version ?? Math.Max(0, (updated ?? received).ToUnixTimeMilliseconds()),
                Published = published!.Value,
                Updated = updated,
                Article = article,
            };
    }

    private Article? Article(Submission submission)
    {
        var headline = Line("/headline", submission.Headline, SubmissionLimits.MaxHeadline);
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
        var topics = Names("/topics", submission.Topics);
        var featured = submission.FeaturedPicture is { } picture ? Picture("/featuredPicture", picture, baseUrl) : null;
        AtMost("/pictures", submission.Pictures.Count, SubmissionLimits.MaxPictures, "pictures");
        List<Picture> listed = [.. submission.Pictures
            .Take(SubmissionLimits.MaxPictures)
            .Select((item, i) => Picture($"/pictures/{i}", item, baseUrl))];
        var language = submission.Language?.Trim();
        if (language is { Length: > 0 } && !LanguageTag.IsWellFormed(language))
        {
            Add("/language", "Must be a language tag of RFC 5646, such as en, en-GB or zh-Hant.");
        }

        var standfirst = Line("/standfirst", submission.Standfirst, SubmissionLimits.MaxText);
        var rights = Line("/rights", submission.Rights, SubmissionLimits.MaxText);
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

        AtMost("/body", body.Pictures.Count, SubmissionLimits.MaxPictures, "pictures");
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
            Rights = rights,
        };
    }

    private List<Author> Authors(IReadOnlyList<Author> submitted, Uri baseUrl)
    {
        AtMost("/authors", submitted.Count, SubmissionLimits.MaxNames, "authors");
        List<Author> authors = [];
        for (var i = 0; i < Math.Min(submitted.Count, SubmissionLimits.MaxNames); i++)
        {
            var (name, address) = submitted[i];
            var url = address is null ? null : Address($"/authors/{i}/url", address, baseUrl);
            if (Line($"/authors/{i}", name, SubmissionLimits.MaxName) is { } clean)
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
            Caption = Line(pointer + "/caption", picture.Caption, SubmissionLimits.MaxText),
            Alt = Line(pointer + "/alt", picture.Alt, SubmissionLimits.MaxText),
            Credits = Names(pointer + "/credits", picture.Credits, SubmissionLimits.MaxCredits),
        };
    }

    private List<string> Names(string pointer, IReadOnlyList<string> names, int max = SubmissionLimits.MaxNames)
    {
        AtMost(pointer, names.Count, max, "names");
        return [.. names
            .Take(max)
            .Select((name, i) => Line($"{pointer}/{i}", name, SubmissionLimits.MaxName))
            .OfType<string>()
            .Distinct(StringComparer.Ordinal)];
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

    private string? Line(string pointer, string? raw, int max)
    {
        var line = PlainText.OrNull(raw);
        if (line?.Length > max)
        {
            Add(pointer, $"Must have at most {max} characters; it has {line.Length}.");
        }

        return line;
    }

    private DateTimeOffset? Date(string pointer, string? raw)
    {
        if (raw is null)
        {
            return null;
        }

        if (!DateWithZone().IsMatch(raw)
            || !DateTimeOffset.TryParseExact(
                BeyondTicks().Replace(raw.ToUpperInvariant(), ""), DateForms, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out var date))
        {
            Add(pointer, "Must be a date, time and zone of RFC 3339, such as 2026-03-04T09:30:00Z.");
            return null;
        }

        if (date > received + SubmissionLimits.MaxAhead)
        {
            Add(pointer, $"Must not lie in the future (more than {SubmissionLimits.MaxAhead.TotalMinutes:0} minutes ahead of {received.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'}).");
        }
        else if (date.Year < 1600)
        {
            Add(pointer, "Must not lie before newspapers: 1600 or later.");
        }

        return date;
    }

    private void Add(string pointer, string detail, FaultKind kind = FaultKind.Value) =>
        faults.Add(new Fault(pointer, detail, kind));

    private void AtMost(string pointer, int count, int max, string what)
    {
        if (count > max)
        {
            Add(pointer, $"Must be at most {max} {what}; there are {count}.");
        }
    }

    /// <summary>RFC 3339 §5.6 demands the zone that DateTimeOffset would guess.</summary>
    [GeneratedRegex(@"^\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(\.\d{1,12})?([Zz]|[+-]\d\d:\d\d)$", LinearTime)]
    private static partial Regex DateWithZone();

    /// <summary>Digits of a second that the clock of .NET does not have and some clocks send.</summary>
    [GeneratedRegex(@"(?<=\.\d{7})\d+", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex BeyondTicks();

    [GeneratedRegex("^image/[a-z0-9][a-z0-9.+-]{0,60}$", LinearTime)]
    private static partial Regex ImageType();
}
