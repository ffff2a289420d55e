using System.Xml.Linq;
using Newswire.Importing.Xml;

namespace Newswire.Importing.Feeds;

/// <summary>Reads one document of a feed, entry by entry.</summary>
/// <param name="name">How people find it: a file or an address.</param>
/// <param name="open">Opens it.</param>
/// <param name="address">Where it was, for its relative addresses; null when it is a file.</param>
/// <param name="charset">What the server calls its charset; null when nobody does.</param>
internal sealed class FeedDocument(string name, Func<Stream> open, Uri? address = null, string? charset = null)
{
    private readonly FeedContext context = new(address);

    /// <summary>Where older entries are, as far as has been read; null when nowhere.</summary>
    public Uri? Older => context.Older;

    /// <summary>Whether it could be read to its end.</summary>
    public bool IsWhole { get; private set; } = true;

    /// <summary>The entries in order.</summary>
    public IEnumerable<ImportedItem> Read()
    {
        var number = 0;
        var isFeed = false;
        foreach (var part in XmlParts.Read(open, charset))
        {
            switch (part)
            {
                case XmlPart.Element element when Item(element.Value, $"{name}, line {element.Line}") is { } item:
                    number++;
                    yield return item;
                    break;
                case XmlPart.Element element:
                    // What stands outside of any container is the root itself, of something else.
                    isFeed |= element.Value.Name.LocalName is "title" or "channel" or "id" or "link" or "description";
                    context.Read(element.Value);
                    break;
                case XmlPart.PassedOver passed:
                    yield return new ImportedItem.LeftOut($"{name}, line {passed.Line}", passed.Reason);
                    break;
                case XmlPart.Broken broken:
                    IsWhole = false;
                    yield return new ImportedItem.LeftOut($"{name}, line {broken.Line}", broken.Reason);
                    break;
            }
        }

        if (IsWhole && number == 0 && !isFeed)
        {
            yield return new ImportedItem.LeftOut(name, "It is no feed.");
        }
    }

    private ImportedItem? Item(XElement element, string place) =>
        element.Name.LocalName == "item" ? RssItem.Read(element, context, place)
        : element.Name == FeedVocabulary.Atom + "entry" ? AtomEntry.Read(element, context, place)
        : element.Name == FeedVocabulary.Tombstones + "deleted-entry" ? AtomEntry.ReadDeleted(element, place)
        : null;
}
