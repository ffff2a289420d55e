namespace Newswire.Http;

/// <summary>
/// The route templates of the surface; both hosts map these and no others. None overlaps another: the Functions host
/// knows no precedence.
/// </summary>
public static class Routes
{
    /// <summary>The home page. Functions takes no empty template, so this one matches nothing but the root.</summary>
    public const string Home = "{root:maxlength(0)?}";

    /// <summary>One article: PUT publishes, DELETE withdraws, GET shows its current view.</summary>
    public const string Article = "api/articles/{id}";

    /// <summary>Legal takedown of one article: POST erases, GET tells what was done.</summary>
    public const string Erasure = "api/articles/{id}/erasure";

    /// <summary>POST takes a batch of articles.</summary>
    public const string Articles = "api/articles";

    /// <summary>POST takes the HTML of a published page.</summary>
    public const string Pages = "api/pages";

    /// <summary>
    /// What feeds there are, without a name: GET lists them, PUT defines those of a file; one of them with it: PUT defines,
    /// DELETE retires, GET shows. One template for both, because a name holds slashes and a template that takes them takes
    /// the bare path too.
    /// </summary>
    public const string Definitions = "api/feeds/{*name}";

    /// <summary>The whole catalog: GET exports it part by part, POST takes an export back.</summary>
    public const string Catalog = "api/catalog";

    /// <summary>The projection made anew: POST begins, GET tells how it stands, DELETE gives it up.</summary>
    public const string Rebuild = "api/rebuild";

    /// <summary>GET lists the connectors.</summary>
    public const string Connectors = "api/connectors";

    /// <summary>One connector to a CMS: PUT makes or changes it, DELETE removes it, GET shows it.</summary>
    public const string Connector = "api/connectors/{connector}";

    /// <summary>Where that CMS tells what it publishes: POST, signed with the connector's secret.</summary>
    public const string ConnectorEvents = "api/connectors/{connector}/events";

    /// <summary>GET lists the partners, PUT makes or replaces those that a file lists.</summary>
    public const string Partners = "api/partners";

    /// <summary>One partner: PUT makes or replaces its record, DELETE removes it, GET shows it.</summary>
    public const string Partner = "api/partners/{partner}";

    /// <summary>POST makes a key for a partner.</summary>
    public const string PartnerKeys = "api/partners/{partner}/keys";

    /// <summary>DELETE revokes a partner's key.</summary>
    public const string PartnerKey = "api/partners/{partner}/keys/{key}";

    /// <summary>Where a partner is told of changes: PUT sets it, DELETE removes it, GET shows how it stands.</summary>
    public const string PartnerWebhook = "api/partners/{partner}/webhook";

    /// <summary>POST makes a secret that signs what a partner is told.</summary>
    public const string PartnerWebhookSecrets = "api/partners/{partner}/webhook/secrets";

    /// <summary>DELETE takes such a secret out of use.</summary>
    public const string PartnerWebhookSecret = "api/partners/{partner}/webhook/secrets/{secret}";

    /// <summary>POST tells once more what could not be told.</summary>
    public const string PartnerWebhookDead = "api/partners/{partner}/webhook/dead/{letter}";

    /// <summary>POST sends a delivery without changes.</summary>
    public const string PartnerWebhookPing = "api/partners/{partner}/webhook/ping";

    /// <summary>GET tells the newsroom what a partner has taken.</summary>
    public const string PartnerUsage = "api/partners/{partner}/usage";

    /// <summary>What a partner may have, for the partner itself: GET, with one of its own keys.</summary>
    public const string PartnerHome = "partners/{partner}";

    /// <summary>A partner's change stream: GET, with one of its own keys.</summary>
    public const string PartnerChanges = "partners/{partner}/changes";

    /// <summary>
    /// The feeds a partner may read, for the partner itself: GET and HEAD, with one of its own keys. Catches all below it,
    /// because a feed's name holds slashes.
    /// </summary>
    public const string PartnerFeeds = "partners/{partner}/feeds/{*path}";

    /// <summary>What a partner gets of a feed and what not, for the newsroom: GET. A feed's name holds slashes.</summary>
    public const string PartnerOutput = "api/partners/{partner}/feeds/{*feed}";

    /// <summary>One article as a partner would get it, for the newsroom: GET.</summary>
    public const string PartnerPreview = "api/partners/{partner}/articles/{id}";

    /// <summary>
    /// The newsroom's pages: GET and HEAD show them, POST does what their forms ask for. One template for all, so that none
    /// is reached but through its door.
    /// </summary>
    public const string Newsroom = "newsroom/{*path}";

    /// <summary>GET tells who did what.</summary>
    public const string Audit = "api/audit";

    /// <summary>
    /// The WebSub hub: POST subscribes and unsubscribes. GET is told so: without a route for it, the home page's would
    /// stand in the way of a 405.
    /// </summary>
    public const string Hub = "hub";

    /// <summary>The documents of the feeds, their archives, their pages for people and the style sheet.</summary>
    public const string Feeds = "feeds/{*path}";

    /// <summary>The list of feeds for feed readers.</summary>
    public const string Opml = "opml.xml";

    /// <summary>What crawlers may read.</summary>
    public const string Robots = "robots.txt";

    /// <summary>The index of the sitemaps.</summary>
    public const string SitemapIndex = "sitemap.xml";

    /// <summary>The sitemaps.</summary>
    public const string Sitemaps = "sitemaps/{name}";

    /// <summary>The key that browsers subscribe to notifications with.</summary>
    public const string PushKey = "push/key";

    /// <summary>Subscriptions to notifications: POST subscribes or changes the choice, DELETE unsubscribes.</summary>
    public const string PushSubscriptions = "push/subscriptions";

    /// <summary>What the pages are to a home screen, as a web app manifest.</summary>
    public const string Manifest = "manifest.webmanifest";

    /// <summary>The service worker that shows notifications.</summary>
    public const string PushWorker = "push/worker.js";

    /// <summary>Whether the process lives: GET and HEAD, open to everybody.</summary>
    public const string Live = "health/live";

    /// <summary>Whether the process can do its work: GET and HEAD, open to everybody.</summary>
    public const string Ready = "health/ready";

    /// <summary>What all processes have measured, for the newsroom: GET.</summary>
    public const string History = "api/operations/history";

    /// <summary>How many read the feeds, as feed reading services say, for the newsroom: GET.</summary>
    public const string Readers = "api/readers";

    /// <summary>The surface as an OpenAPI document.</summary>
    public const string OpenApi = "openapi.json";

    /// <summary>The same as a page.</summary>
    public const string Developers = "developers";

    /// <summary>Every template with public documents behind it; all answer GET and HEAD alike.</summary>
    public static readonly IReadOnlyList<string> Documents = [Home, Feeds, Opml, Robots, SitemapIndex, Sitemaps, Manifest];
}
