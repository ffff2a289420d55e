namespace Newswire.Http.Serving;

/// <summary>What a public document is for, as far as serving it makes a difference.</summary>
internal enum DocumentKind
{
    /// <summary>A subscription document.</summary>
    Feed,

    /// <summary>An archive document.</summary>
    Archive,

    /// <summary>A page for people.</summary>
    Page,

    /// <summary>What crawlers and feed readers find the feeds with: sitemaps, OPML, robots.txt, manifest.</summary>
    Index,

    /// <summary>The style sheet of raw feeds.</summary>
    StyleSheet,

    /// <summary>A feed for one partner, which only its keys open.</summary>
    PartnerFeed,
}
