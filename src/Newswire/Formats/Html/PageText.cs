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

    public const string NewsOfSomeKind = "There is news";
    public const string NeverMiss = "Never miss out on your favourite new stories";
    public const string ToldOfFeed =
        "Your browser tells you of every new story in this feed as it is published, even when no page of ours is open.";
    public const string ToldOfChoice =
        "Choose what you care about. Your browser tells you of every new story as it is published, even when no page of ours is open.";
    public const string ToldOfThisToo = "New stories in this feed are not among them yet.";
    public const string StoriesLikeThese = "Stories like these";
    public const string ToldOf = "Tell me of new stories in";
    public const string FindFeed = "Find a feed";
    public const string MoreFeeds = "{count} more: find them by name.";
    public const string NoSuchFeed = "No feed is called that.";
    public const string ChooseFromAll = "Choose from all feeds";
    public const string TellMe = "OK, tell me";
    public const string TellMeOfThisToo = "OK, these too";
    public const string BrowserAsks =
        "Your browser then asks whether this site may show notifications: choose Allow. You can change your choice or turn it off here at any time.";
    public const string NotificationsOnFor = "Notifications are on for";
    public const string QuietFromTo = "Quiet from {from} to {to}.";
    public const string MostPerDay = "At most {count} a day.";
    public const string ChangeChoice = "Change";
    public const string SaveChoice = "Save";
    public const string KeepChoice = "Cancel";
    public const string TurnOff = "Turn off";
    public const string TryAgain = "Try again";
    public const string When = "When";
    public const string QuietHours = "Quiet hours";
    public const string QuietFrom = "from";
    public const string QuietTo = "to";
    public const string AtMost = "At most";
    public const string ADay = "a day";

    public const string NotificationsLost =
        "Notifications were on in this browser, but it has lost them, or what you chose. Press OK to have them back.";
    public const string NotificationsBlocked =
        "Your browser blocks notifications from this site. To allow them, press the symbol beside the address of this page, find Notifications there (on some browsers under Permissions or Site settings) and choose Allow. A private window always blocks them: open this page in an ordinary one.";
    public const string NotificationsUnsupported =
        "This browser cannot show notifications from this site. Current versions of Chrome, Edge, Firefox and Safari can, though not in a private window.";
    public const string NotificationsInsecure =
        "Browsers show notifications only from sites with a secure address, one that begins with https. This page was opened without.";
    public const string NotificationsOnHomeScreen =
        "On an iPhone or iPad, first put this page on the home screen: press Share, then Add to Home Screen. Open it from there and come back to this place.";
    public const string NotificationsAway = "Notifications cannot be set up at the moment, because our server does not answer.";

    public const string OneMoment = "One moment…";
    public const string SaidOn = "Done. This is what you will be told of.";
    public const string SaidOff = "Notifications are off.";
    public const string SaidNone = "Choose at least one feed first.";
    public const string SaidHours = "Say from when to when it is to be quiet.";
    public const string SaidUndecided = "You gave your browser no answer, so nothing has changed. Press OK to be asked again.";
    public const string SaidBlocked = "Notifications are blocked, so nothing has changed.";
    public const string SaidFailed =
        "Your browser could not turn notifications on, so nothing has changed. This happens in private windows, and where a setting or a network keeps the browser from its push service.";
    public const string SaidAway = "Our server does not answer, so nothing has changed. Try again in a few minutes.";
    public const string SaidRefused = "Our server did not accept this, so nothing has changed.";

    public const string UsageTitle = "What partners take";
    public const string UsageIntro = "How often each partner asks, what it is given, and which feeds and articles it takes. Days are those of UTC; the last minute may be missing.";
    public const string Partner = "Partner";
    public const string FromDay = "From";
    public const string ToDay = "To";
    public const string ShowUsage = "Show";
    public const string NoPartners = "There are no partners yet.";
    public const string Taken = "Taken";
    public const string NotModified = "Not modified";
    public const string Refused = "Over quota";
    public const string Failed = "Failed";
    public const string Bytes = "Data";
    public const string RequestsByDay = "Requests by day";
    public const string ByFeed = "By feed";
    public const string Feed = "Feed";
    public const string ChangeStream = "Change stream";
    public const string Webhook = "Webhook";
    public const string ForNewsroom = "For the newsroom";
    public const string ByArticle = "Articles taken most often";
    public const string Article = "Article";

    public const string PreviewTitle = "What partners get";
    public const string PreviewIntro = "Which of a feed's newest articles a partner gets, and why not the others; and each article as the partner would get it.";
    public const string ShowFeed = "Show the feed";
    public const string ArticleId = "Article, by its id";
    public const string Format = "Format";
    public const string ShowArticle = "Show the article";
    public const string ShowThis = "Show";
    public const string NewestArticles = "Newest articles";
    public const string GetsIt = "Gets it?";
    public const string Yes = "Yes";
    public const string NoFeedForPartner = "This partner may read no feed.";

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
