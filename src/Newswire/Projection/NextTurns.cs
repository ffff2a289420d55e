namespace Newswire.Projection;

/// <summary>When what a pass has looked at is to be looked at again.</summary>
internal sealed class NextTurns
{
    /// <summary>By id.</summary>
    public Dictionary<string, DateTimeOffset> Articles { get; } = new(StringComparer.Ordinal);

    /// <summary>By name.</summary>
    public Dictionary<string, DateTimeOffset> Feeds { get; } = new(StringComparer.Ordinal);

    /// <summary>The sitemap; null for never.</summary>
    public DateTimeOffset? Sitemap { get; set; }
}
