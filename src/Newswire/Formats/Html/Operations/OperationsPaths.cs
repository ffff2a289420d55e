namespace Newswire.Formats.Html.Operations;

/// <summary>The addresses of the newsroom's pages, percent-encoded, below the base URL.</summary>
public static class OperationsPaths
{
    /// <summary>How things stand.</summary>
    public const string Overview = "/newsroom";

    /// <summary>Where a publisher key is typed.</summary>
    public const string SignIn = "/newsroom/sign-in";

    /// <summary>Where it is forgotten.</summary>
    public const string SignOut = "/newsroom/sign-out";

    /// <summary>Articles, looked for.</summary>
    public const string Articles = "/newsroom/articles";

    /// <summary>The feeds and their definitions.</summary>
    public const string Feeds = "/newsroom/feeds";

    /// <summary>The partners.</summary>
    public const string Partners = "/newsroom/partners";

    /// <summary>What partners take.</summary>
    public const string Usage = "/newsroom/usage";

    /// <summary>What partners get.</summary>
    public const string Preview = "/newsroom/preview";

    /// <summary>The publisher keys.</summary>
    public const string Keys = "/newsroom/keys";

    /// <summary>Input that could not be read.</summary>
    public const string SetAside = "/newsroom/set-aside";

    /// <summary>Messages that fail every time.</summary>
    public const string Poison = "/newsroom/poison";

    /// <summary>Who did what.</summary>
    public const string Audit = "/newsroom/audit";

    /// <summary>Everything made anew from the catalog.</summary>
    public const string Rebuild = "/newsroom/rebuild";

    /// <summary>Where that is begun.</summary>
    public const string BeginRebuild = "/newsroom/rebuild/begin";

    /// <summary>Where a comparison with the catalog is begun.</summary>
    public const string BeginVerify = "/newsroom/rebuild/verify";

    /// <summary>Where either is given up.</summary>
    public const string AbandonRebuild = "/newsroom/rebuild/abandon";

    /// <summary>One article.</summary>
    public static string Article(string id) => Below(Articles, id);

    /// <summary>Where an article is withdrawn.</summary>
    public static string Withdraw(string id) => Below(Articles, id, "withdraw");

    /// <summary>Where an article is erased.</summary>
    public static string Erase(string id) => Below(Articles, id, "erase");

    /// <summary>One partner.</summary>
    public static string Partner(string name) => Below(Partners, name);

    /// <summary>Where a key is made for a partner.</summary>
    public static string PartnerKeys(string name) => Below(Partners, name, "keys");

    /// <summary>Where a partner's key is revoked.</summary>
    public static string PartnerKey(string name, string key) => Below(Partners, name, "keys", key);

    /// <summary>Where a publisher key is revoked.</summary>
    public static string Key(string id) => Below(Keys, id);

    /// <summary>Where poison messages of a queue are tried again.</summary>
    public static string RetryPoison(string queue) => Below(Poison, queue, "retry");

    /// <summary>Where poison messages of a queue are deleted.</summary>
    public static string DeletePoison(string queue) => Below(Poison, queue, "delete");

    /// <summary>An address below another.</summary>
    public static string Below(string path, params IEnumerable<string> segments) =>
        string.Join('/', segments.Select(Uri.EscapeDataString).Prepend(path));
}
