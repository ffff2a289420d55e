using Newswire.Feeds;
using Newswire.Formats;
using Newswire.Formats.Atom;
using Newswire.Formats.Html;
using Newswire.Formats.JsonFeed;
using Newswire.Formats.Rss;
using Newswire.TestKit;

namespace Newswire.Http.Tests.Browser;

/// <summary>A newsroom and every public document of it, by path below its prefix.</summary>
internal sealed record Newsroom(
    string Prefix, string Title, IReadOnlyDictionary<string, string> Titles, Func<string, IReadOnlyList<Entry>> Entries)
{
    private static readonly IReadOnlyList<IFeedFormat> Formats = [new RssFormat(), new AtomFormat(), new JsonFeedFormat()];

    /// <summary>The documents, written for a server at this address.</summary>
    public IEnumerable<(string Path, byte[] Bytes, string ContentType)> Documents(string server)
    {
        var publication = Some.Publication() with { Title = Title, BaseUrl = $"{server}/{Prefix}", LogoUrl = null };
        var entries = Entries(server);
        yield return ("/", HomePage.Write(publication, Titles, Formats, Descriptions), HomePage.ContentType);
        yield return (WebManifest.Path, WebManifest.Write(publication), WebManifest.ContentType);
        yield return (FeedAddresses.StyleSheetPath, FeedStyleSheet.Content.ToArray(), FeedStyleSheet.ContentType);
        foreach (var (feed, title) in Titles)
        {
            var head = Some.FeedHead(feed, $"{Title}: {title}", publication: publication);
            yield return (Path(feed, "html"), HtmlFeedPage.Write(head, entries, Formats), HtmlFeedPage.ContentType);
            foreach (var format in Formats)
            {
                var bytes = format.WriteFeed(
                    head, [.. entries.Select(entry => (ReadOnlyMemory<byte>)format.WriteEntry(entry, EntryContent.Full))]);
                yield return (Path(feed, format.Extension), Styled(bytes, publication, format), format.ContentType);
            }
        }
    }

    private static IReadOnlyDictionary<string, string> Descriptions { get; } = new Dictionary<string, string>
    {
        ["weekend/long-reads"] = "Reports that take a quarter of an hour, every Saturday.",
    };

    private static string Path(string feed, string extension) => Uri.UnescapeDataString(FeedAddresses.Path(feed, extension));

    private static byte[] Styled(byte[] document, Publication publication, IFeedFormat format)
    {
        if (format.Extension == "json" || document.AsSpan().IndexOf("xml-stylesheet"u8) >= 0)
        {
            return document;
        }

        var instruction = $"<?xml-stylesheet type=\"text/css\" href=\"{FeedAddresses.Absolute(publication, FeedAddresses.StyleSheetPath)}\"?>";
        var declared = document.AsSpan().IndexOf("?>"u8) + 2;
        return [.. document.AsSpan(0, declared), .. System.Text.Encoding.UTF8.GetBytes(instruction), .. document.AsSpan(declared)];
    }
}
