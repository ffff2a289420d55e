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

    /// <summary>A logo, absolute URL of an image, twice as wide as high (RFC 4287 §4.2.8); null for none.</summary>
    public string? LogoUrl { get; init; }

    /// <summary>How many of the newest entries a subscription document carries. Default 50; from 1 to 500.</summary>
    public int MaxEntries { get; init; } = 50;
}
