namespace Newswire.Feeds;

/// <summary>The publication whose feeds these are. Bound from configuration section <c>Publication</c>.</summary>
public sealed record Publication
{
    /// <summary>Its name, as readers know it. Default "Newswire".</summary>
    public string Title { get; init; } = "Newswire";

    /// <summary>One sentence about it; becomes the description of feeds that have none of their own.</summary>
    public string Description { get; init; } = "The newest articles.";

    /// <summary>
    /// The address under which readers reach this surface, absolute, without a trailing slash. It is printed in every
    /// document (<c>self</c> links), so changing it calls for a rebuild. Default <c>http://127.0.0.1:7071</c>.
    /// </summary>
    public string BaseUrl { get; init; } = "http://127.0.0.1:7071";

    /// <summary>The publication's own site, absolute; null means <see cref="BaseUrl"/>.</summary>
    public string? SiteUrl { get; init; }

    /// <summary>
    /// Who mints the identities of entries: <c>domain,date</c> of RFC 4151 §2.1. Set once and never changed, even when
    /// the domain is: changing it makes every article new to every reader. Default <c>newswire.example,2026</c>.
    /// </summary>
    public string TagAuthority { get; init; } = "newswire.example,2026";

    /// <summary>BCP 47 tag of the language articles are in unless they say otherwise. Default <c>en</c>.</summary>
    public string Language { get; init; } = "en";

    /// <summary>Statement of rights for articles that have none of their own; null for none.</summary>
    public string? Rights { get; init; }

    /// <summary>
    /// What those who syndicate articles may do with them, in a sentence or two, plain text; null when contracts alone say
    /// it. Only documents for partners have it.
    /// </summary>
    public string? UsageTerms { get; init; }

    /// <summary>
    /// Where the licence of the articles is, in a form that programs read or as a page that everybody knows, such as one of
    /// Creative Commons; an absolute URL, null for none. It holds for articles that have no licence and no rights of their own,
    /// and is printed in every document, so changing it calls for a rebuild.
    /// </summary>
    public string? LicenceUrl { get; init; }

    /// <summary>A logo, absolute URL of an image, twice as wide as high (RFC 4287 §4.2.8); null for none.</summary>
    public string? LogoUrl { get; init; }

    /// <summary>
    /// Whether Newswire is the WebSub hub of its feeds: every subscription document names it, at <c>/hub</c> below
    /// <see cref="BaseUrl"/> (W3C WebSub §4). Default true.
    /// </summary>
    public bool OwnHub { get; init; } = true;

    /// <summary>
    /// Other WebSub hubs, absolute URLs: the feeds name them behind the own one, and each is told of every change. Default
    /// none.
    /// </summary>
    public IReadOnlyList<string> OutsideHubs { get; init => field = value ?? []; } = [];

    /// <summary>
    /// How many of the newest entries a subscription document carries at least, whatever their age. Default 50; from 1
    /// to <see cref="MaxEntries"/>.
    /// </summary>
    public int MinEntries { get; init; } = 50;

    /// <summary>
    /// How far a subscription document reaches back from its newest entry at least, in hours, whatever their number.
    /// Default 48; from 0 to 720.
    /// </summary>
    public int MinHours { get; init; } = 48;

    /// <summary>
    /// Where the two above ask for more entries than this, the rest is in the archive. Default 250; from 1 to 1,000. A
    /// subscription document holds whole pages (<see cref="PageBoundary"/>), so it goes up to the last page that fits, and
    /// its newest page is in it whatever its length.
    /// </summary>
    public int MaxEntries { get; init; } = 250;

    /// <summary>For how many days a subscription document says that an entry is gone. Default 30; from 0 to 365.</summary>
    public int TombstoneDays { get; init; } = 30;
}
