namespace Newswire.Importing.Feeds;

/// <summary>What came of fetching a document.</summary>
internal abstract record FeedAnswer
{
    private FeedAnswer()
    {
    }

    /// <summary>It is here.</summary>
    /// <param name="Content">Its bytes, unpacked.</param>
    /// <param name="Address">Where it was in the end, behind all redirects.</param>
    /// <param name="Charset">What the server calls its charset; null when it does not say.</param>
    internal sealed record Got(byte[] Content, Uri Address, string? Charset) : FeedAnswer;

    /// <summary>It cannot be had.</summary>
    /// <param name="Reason">Why, as a sentence.</param>
    internal sealed record None(string Reason) : FeedAnswer;
}
