using Newswire.Articles.Submissions;

namespace Newswire.Importing;

/// <summary>Makes an item of what a source says of an article; what every kind of source has to heed is here.</summary>
internal static class ArticleItem
{
    /// <summary>The article; or why it is left out.</summary>
    /// <param name="place">Where it was found.</param>
    /// <param name="id">Its id.</param>
    /// <param name="article">What was found, without dates and version.</param>
    /// <param name="published">When it was published; without it nothing is taken.</param>
    /// <param name="updated">When it was last edited; null when the source does not say.</param>
    /// <param name="losses">What of it could not be taken.</param>
    public static ImportedItem Of(
        string place, string id, Submission article, DateTimeOffset? published, DateTimeOffset? updated, IEnumerable<string> losses)
    {
        if (string.IsNullOrWhiteSpace(article.Headline))
        {
            return new ImportedItem.LeftOut(place, "It has no headline.");
        }

        if ((published ?? updated) is not { } from)
        {
            return new ImportedItem.LeftOut(place, "It does not say when it was published.");
        }

        if (string.IsNullOrWhiteSpace(article.Url))
        {
            return new ImportedItem.LeftOut(place, "It does not say where readers find it.");
        }

        // By the source's own dates, so that what is taken again is no newer, and what a CMS tells later is.
        var version = VersionOf(updated ?? from);
        var submission = article with
        {
            Published = SourceDate.Text(from),
            Updated = updated > from ? SourceDate.Text(updated) : null,
            Version = version,
            Authors = [.. article.Authors.Take(SubmissionLimits.MaxNames)],
            Topics = [.. article.Topics.Take(SubmissionLimits.MaxNames)],
        };
        return new ImportedItem.Article(place, id, SubmissionWriter.Write(id, submission))
        {
            Losses = [.. losses, .. TooMany(article.Authors.Count, "authors"), .. TooMany(article.Topics.Count, "topics")],
        };
    }

    /// <summary>The version of what was edited at this moment: milliseconds since 1970, as of a submission without a version.</summary>
    public static long VersionOf(DateTimeOffset edited) => Math.Max(0, edited.ToUnixTimeMilliseconds());

    private static IEnumerable<string> TooMany(int count, string what) =>
        count > SubmissionLimits.MaxNames ? [$"Only the first {SubmissionLimits.MaxNames} of its {count} {what} are taken."] : [];
}
