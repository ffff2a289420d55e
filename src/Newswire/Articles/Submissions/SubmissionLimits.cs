namespace Newswire.Articles.Submissions;

/// <summary>How much of everything an article may have. Beyond it, the article is refused with the limit named.</summary>
public static class SubmissionLimits
{
    /// <summary>Bytes of one article as sent: 1 MiB.</summary>
    public const int MaxArticleBytes = 1024 * 1024;

    /// <summary>Bytes of one batch as sent: 32 MiB.</summary>
    public const int MaxBatchBytes = 32 * 1024 * 1024;

    /// <summary>Lines of one batch; the answer has one for each.</summary>
    public const int MaxBatchLines = 50_000;

    /// <summary>Bytes of the HTML of one page as sent: 4 MiB.</summary>
    public const int MaxPageBytes = 4 * 1024 * 1024;

    /// <summary>Characters of a headline.</summary>
    public const int MaxHeadline = 1_000;

    /// <summary>Characters of a standfirst, a caption, an alternative text, a correction or a statement of rights.</summary>
    public const int MaxText = 10_000;

    /// <summary>Characters of a name: author, topic, section, credit.</summary>
    public const int MaxName = 250;

    /// <summary>Characters of a URL.</summary>
    public const int MaxUrl = 2_048;

    /// <summary>Authors of one article, or its topics; each is a feed to write.</summary>
    public const int MaxNames = 50;

    /// <summary>Pictures of one article.</summary>
    public const int MaxPictures = 500;

    /// <summary>Credits of one picture.</summary>
    public const int MaxCredits = 50;

    /// <summary>Pixels of a side of a picture.</summary>
    public const int MaxPixels = 100_000;

    /// <summary>Years that <c>published</c> and <c>embargo</c> may lie ahead.</summary>
    public const int MaxYearsAhead = 5;

    /// <summary>How far any other date may lie ahead, for clocks that are not set alike.</summary>
    public static readonly TimeSpan MaxAhead = TimeSpan.FromMinutes(10);
}
