namespace Newswire.Formats.Html.Operations;

/// <summary>Every word of the newsroom's pages that is the program's own, in English.</summary>
internal static class OperationsText
{
    public const string SkipToContent = "Skip to the content";
    public const string Overview = "Overview";
    public const string Articles = "Articles";
    public const string Feeds = "Feeds";
    public const string Partners = "Partners";
    public const string Usage = "Usage";
    public const string Preview = "Preview";
    public const string SetAside = "Set aside";
    public const string Poison = "Poison";
    public const string Keys = "Keys";
    public const string Audit = "Audit log";
    public const string Rebuild = "Rebuild";

    public const string SignIn = "Sign in";
    public const string SignInTitle = "For the newsroom";
    public const string SignInIntro = "How the feeds stand, every article's state everywhere, partners and keys, and what went wrong.";
    public const string PublisherKey = "Publisher key";
    public const string KeyNote = "The key stays in this browser until it is closed or you sign out, and is sent to the newsroom's pages only.";
    public const string WrongKey = "The key is unknown or has been revoked.";
    public const string SignedInWith = "Signed in with";
    public const string SignOut = "Sign out";

    public const string StateVisible = "Published";
    public const string StateScheduled = "Scheduled";
    public const string StateGone = "Gone";
    public const string StateErased = "Erased";
    public const string StateHidden = "Hidden";

    public const string Search = "Search";
    public const string SearchLabel = "Words of the headline, or an id";
    public const string Shelf = "Among";
    public const string ShelfPublished = "Published";
    public const string ShelfGone = "Withdrawn, expired, erased";
    public const string ShelfComing = "Scheduled";
    public const string ById = "By id";
    public const string ByHeadline = "By headline";
    public const string Headline = "Headline";
    public const string State = "State";
    public const string When = "When";
    public const string Id = "Id";
    public const string NoHits = "None of the articles looked at has these words.";
    public const string NoArticles = "There is none.";
    public const string ContinueSearching = "Continue searching";
    public const string OlderArticles = "More articles";
    public const string NoHeadline = "(no headline is left)";

    public const string Withdraw = "Withdraw";
    public const string Erase = "Erase";
    public const string Cancel = "Cancel";
    public const string Name = "Name";
    public const string Title = "Title";
    public const string Created = "Created";
    public const string Revoke = "Revoke";
    public const string Acts = "What can be done";
    public const string Retry = "Try again";
    public const string RetryAll = "Try all again";
    public const string Delete = "Delete";
    public const string DeleteAll = "Delete all";
    public const string Reason = "Reason";
    public const string Older = "Older";
    public const string Newest = "Newest";

    public const string KeyGood = "Good";
    public const string KeyRevoked = "Revoked";
    public const string KeyExpired = "Expired";
}
