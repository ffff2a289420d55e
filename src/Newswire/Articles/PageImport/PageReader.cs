using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Newswire.Articles.Submissions;

namespace Newswire.Articles.PageImport;

/// <summary>Reads the HTML of a published page as a submission. Pure.</summary>
public static class PageReader
{
    private static readonly TimeSpan LargestZone = TimeSpan.FromHours(14);

    /// <summary>Extracts the article and checks it like any other submission.</summary>
    /// <param name="html">The page.</param>
    /// <param name="address">Where the page was; null when the page itself says so.</param>
    /// <param name="id">The article's id; null makes one of the canonical URL, see <see cref="IdOf"/>.</param>
    /// <param name="received">When it was received.</param>
    public static SubmissionOutcome Read(string html, Uri? address, string? id, DateTimeOffset received)
    {
        return PageImporter.Import(html, address) switch
        {
            ImportResult.Found found => Check(found.Page, address, id, received),
            var nothing => new SubmissionOutcome.NoArticle(((ImportResult.NoArticle)nothing).LookedFor),
        };
    }

    /// <summary>
    /// The id of an article that is known by its page alone: a hash of the canonical URL's host, path and query. Null
    /// when there is no usable URL.
    /// </summary>
    public static string? IdOf(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri)
            ? "page-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(uri.Host + uri.PathAndQuery)).AsSpan(0, 10))
            : null;

    /// <summary>What was found on a page as a submission, without its dates.</summary>
    /// <param name="page">What was found.</param>
    /// <param name="address">Where the page was; null when the page itself says so.</param>
    internal static Submission SubmissionOf(ImportedPage page, Uri? address)
    {
        IEnumerable<string> topics = page.Topics.Count > 0 || page.Section is null ? page.Topics : [page.Section];
        return new Submission
        {
            Headline = page.Headline,
            Standfirst = page.Standfirst,
            Body = page.BodyHtml,
            Url = page.CanonicalUrl ?? address?.AbsoluteUri,
            Language = page.Language?.Replace('_', '-') is { } language && LanguageTag.IsWellFormed(language) ? language : null,
            Authors = [.. page.Authors.Take(SubmissionLimits.MaxNames)],
            Topics = [.. topics.Take(SubmissionLimits.MaxNames)],
            Section = page.Section,
            Correction = page.Correction,
            FeaturedPicture = page.Featured,
            Pictures = page.Pictures,
        };
    }

    private static SubmissionOutcome Check(ImportedPage page, Uri? address, string? id, DateTimeOffset received)
    {
        var submission = SubmissionOf(page, address) with
        {
            Published = Text(page.Published, received),
            Updated = Text(page.Updated, received),
        };
        var url = submission.Url;
        return SubmissionReader.Check(id ?? IdOf(url), submission, received) switch
        {
            // Without an address there is no id either; the address is what to mend.
            SubmissionOutcome.Refused refused when id is null && url is null =>
                new SubmissionOutcome.Refused([.. refused.Faults.Where(fault => fault != ArticleId.Fault)]),
            var outcome => outcome,
        };
    }

    /// <summary>
    /// A page that can be sent is published, so a date somewhat ahead is one whose time zone the page left out.
    /// </summary>
    private static string? Text(DateTimeOffset? date, DateTimeOffset received) =>
        (date > received && date - received < LargestZone ? received : date)?.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture);
}
