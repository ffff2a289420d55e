namespace Newswire.Storage;

/// <summary>The containers and what is in them.</summary>
public static class Containers
{
    /// <summary>The append-only log of changes: <c>0000000001.ndjson</c>, … Private.</summary>
    public const string Catalog = "catalog";

    /// <summary>Catalog lines that could not be read, named by their position. Private.</summary>
    public const string CatalogRejected = "catalog-rejected";

    /// <summary>Current views of the articles: <c>{id}.json</c>. Private.</summary>
    public const string Articles = "articles";

    /// <summary>Feed indexes: <c>{feed}/directory.json</c> and <c>{feed}/pages/{page}.json</c>. Private.</summary>
    public const string FeedsState = "feeds-state";

    /// <summary>Indexes of what has gone from the feeds: <c>{feed}/directory.json</c> and pages. Private.</summary>
    public const string Tombstones = "tombstones";

    /// <summary>The documents readers get: <c>feeds/{feed}.rss</c>, … Served to everybody.</summary>
    public const string Public = "public";

    /// <summary>How far the projection has come: <c>cursor.json</c>. Private.</summary>
    public const string Projection = "projection";

    /// <summary>
    /// Which projections there are: <c>generations.json</c>. Of all but the first, the objects in the five containers above have
    /// names that begin with <c>~{number}/</c>. Private.
    /// </summary>
    public const string Generations = "generations";

    /// <summary>Erasures to be done and done: <c>pending/{id}.json</c>, <c>done/{id}.json</c>. Private.</summary>
    public const string Erasures = "erasures";

    /// <summary>
    /// Hashes of publisher keys: <c>publishers.json</c>; the key pair of Web Push: <c>vapid.json</c>; the connectors to CMSs with
    /// their secrets: <c>connectors.json</c>. Private.
    /// </summary>
    public const string Keys = "keys";

    /// <summary>
    /// The partners with the hashes of their keys: <c>partners.json</c>; where each is told of changes, and how far it has
    /// come: <c>webhooks/{partner}.json</c>. Private.
    /// </summary>
    public const string Partners = "partners";

    /// <summary>
    /// What partners have taken: <c>days/{day}/{partner}.json</c>; what counts against their quotas: <c>quota.json</c>. Private.
    /// </summary>
    public const string PartnerUsage = "partner-usage";

    /// <summary>
    /// What is kept for those who run it: what was measured, by day, <c>history/{day}/{hour}.json</c> and
    /// <c>history/{day}/hours.json</c>; subscribers whom feed readers tell of: <c>readers/{day}.json</c>. Private.
    /// </summary>
    public const string Operations = "operations";

    /// <summary>
    /// Who wants to be told: <c>websub/{feed}.{format}/{bucket}.json</c>, <c>push/{bucket}.json</c>; who asked for it and has
    /// not confirmed it: <c>websub-requests/{id}.json</c>; what each host has: <c>websub-hosts/{hash}.json</c>; what readers
    /// were told: <c>push-editions/{day}/{id}/{edition}</c>. Private.
    /// </summary>
    public const string Subscriptions = "subscriptions";

    /// <summary>
    /// What people and programs have done: <c>{place}/act.json</c>, written before it, and <c>{place}/outcome.json</c>, written
    /// behind it; neither is ever changed. The newest first. Private.
    /// </summary>
    public const string Audit = "audit";
}
