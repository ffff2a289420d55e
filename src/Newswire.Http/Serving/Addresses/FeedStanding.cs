namespace Newswire.Http.Serving.Addresses;

/// <summary>What has become of a feed's name.</summary>
internal abstract record FeedStanding
{
    private FeedStanding()
    {
    }

    /// <summary>It is the name of a feed.</summary>
    public sealed record Live(string Feed) : FeedStanding;

    /// <summary>It was a name of the feed that is now called this.</summary>
    public sealed record Moved(string Feed) : FeedStanding;

    /// <summary>Its feed was given up for good.</summary>
    public sealed record Retired : FeedStanding;
}
