using System.Globalization;

namespace Newswire.Formats.Html;

/// <summary>Every word of the pages that is the program's own, in English.</summary>
internal static class PageText
{
    /// <summary>The language of these words.</summary>
    public const string Language = "en";

    public const string Subscribe = "Subscribe";
    public const string SubscribeToEverything = "Subscribe to everything";
    public const string HowToSubscribe = "Open this feed in your reader, or copy an address into it.";
    public const string AppOnThisDevice = "App on this device";
    public const string Readers = "Feed readers";
    public const string Addresses = "Addresses";
    public const string Open = "Open";
    public const string Copy = "Copy";
    public const string CopyFailed = "Your browser did not copy it. The address is marked: copy it by hand.";

    public const string SkipToHeadlines = "Skip to the headlines";
    public const string Headlines = "Latest headlines";
    public const string NoHeadlines = "There is no article in this feed at present.";
    public const string By = "By";
    public const string Updated = "Updated";
    public const string Picture = "Picture:";
    public const string Correction = "Correction";

    public const string SkipToFeeds = "Skip to the feeds";
    public const string Feeds = "Feeds";
    public const string AllFeeds = "All feeds";
    public const string FeedList = "List of all feeds for feed readers (OPML)";
    public const string HowToFollow =
        "Follow what you care about: choose a feed to see what it carries, and add it to your feed reader.";
    public const string NoFeeds = "No article has been published yet. The first one brings the first feeds.";
    public const string JumpTo = "Jump to";
    public const string ByInitial = "by initial";
    public const string Digits = "0-9";

    /// <summary>What a group of feeds is called.</summary>
    public static string Heading(FeedGroupKind kind) => kind switch
    {
        FeedGroupKind.Latest => "Everything",
        FeedGroupKind.Selections => "Selections",
        FeedGroupKind.Topics => "Topics",
        _ => "Authors",
    };

    /// <summary>What the address of a document is called.</summary>
    public static string AddressOf(string format) => $"{format} address";

    /// <summary>What is said aloud once an address was copied.</summary>
    public static string Copied(string format) => $"{format} address copied.";

    /// <summary>A moment as people write it: <c>4 March 2026, 09:00 UTC</c>.</summary>
    public static string Moment(DateTimeOffset moment) =>
        moment.UtcDateTime.ToString("d MMMM yyyy, HH:mm 'UTC'", CultureInfo.InvariantCulture);
}
