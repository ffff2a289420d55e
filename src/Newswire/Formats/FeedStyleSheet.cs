using System.Text;

namespace Newswire.Formats;

/// <summary>
/// The style sheet that RSS and Atom documents name (xml-stylesheet 1.0), so that a person who opens one in a browser
/// sees a page and not a tree of tags. Feed readers ignore it.
/// </summary>
/// <remarks>
/// Chromium shows documents of RSS's and Atom's own media types as plain text and looks at no style sheet. A browser that
/// navigates says so (<c>Sec-Fetch-Dest: document</c>, W3C Fetch Metadata), which no feed reader does; to it the same
/// bytes may be sent as <see cref="FeedContentTypeForBrowsers"/>.
/// </remarks>
public static class FeedStyleSheet
{
    /// <summary>The media type with its charset.</summary>
    public const string ContentType = "text/css; charset=utf-8";

    /// <summary>The media type with which every browser shows a feed by its style sheet; RSS and Atom are XML too.</summary>
    public const string FeedContentTypeForBrowsers = "application/xml; charset=utf-8";

    /// <summary>The sheet as UTF-8; to be served at <see cref="FeedAddresses.StyleSheetPath"/>.</summary>
    public static ReadOnlyMemory<byte> Content { get; } = Encoding.UTF8.GetBytes(EmbeddedText.Of("feed.css"));
}
