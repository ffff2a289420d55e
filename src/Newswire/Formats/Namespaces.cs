namespace Newswire.Formats;

/// <summary>
/// The XML namespaces of the vocabularies beside the format's own. A document declares at its root those that it
/// and its entries use, under exactly these prefixes, so that entries need not.
/// </summary>
internal static class Namespaces
{
    /// <summary>Prefix <c>atom</c> in RSS, none in Atom: RFC 4287.</summary>
    public const string Atom = "http://www.w3.org/2005/Atom";

    /// <summary>Prefix <c>content</c>: RDF Site Summary 1.0 Content module.</summary>
    public const string Content = "http://purl.org/rss/1.0/modules/content/";

    /// <summary>Prefix <c>dc</c>: Dublin Core Metadata Element Set 1.1.</summary>
    public const string DublinCore = "http://purl.org/dc/elements/1.1/";

    /// <summary>Prefix <c>fh</c>, in archive documents: RFC 5005.</summary>
    public const string History = "http://purl.org/syndication/history/1.0";

    /// <summary>Prefix <c>media</c>: Media RSS 1.5.1.</summary>
    public const string Media = "http://search.yahoo.com/mrss/";

    /// <summary>Prefix <c>at</c>, in documents that tell of entries that are gone: RFC 6721.</summary>
    public const string Tombstones = "http://purl.org/atompub/tombstones/1.0";

    /// <summary>Prefix <c>dcterms</c>, in documents for partners: DCMI Metadata Terms.</summary>
    public const string DublinCoreTerms = "http://purl.org/dc/terms/";

    /// <summary>Prefix <c>mi</c>, in documents for MSN: Microsoft's words for what it takes in.</summary>
    public const string MicrosoftIngestion = "http://schemas.ingestion.microsoft.com/common/";

    /// <summary>Prefix <c>snf</c>, in documents for SmartNews: SmartFormat 2.1.</summary>
    public const string SmartFormat = "http://www.smartnews.be/snf";

    /// <summary>Prefix <c>xmpRights</c>, in documents for partners: XMP Rights Management, ISO 16684-1 §8.5.</summary>
    public const string XmpRights = "http://ns.adobe.com/xap/1.0/rights/";
}
