using System.Xml.Linq;
using Newswire.Articles;

namespace Newswire.Importing.Feeds;

/// <summary>What a feed says of all its entries, as far as it has been read.</summary>
internal sealed class FeedContext(Uri? address)
{
    /// <summary>Where relative addresses start unless an element says otherwise; null when nobody knows.</summary>
    public Uri? Base { get; private set; } = address;

    /// <summary>The language of entries that name none.</summary>
    public string? Language { get; private set; }

    /// <summary>Who wrote entries that name nobody (RFC 4287 §4.1.2).</summary>
    public IReadOnlyList<Author> Authors { get; private set; } = [];

    /// <summary>The rights of entries that name none.</summary>
    public string? Rights { get; private set; }

    /// <summary>Where older entries are: the archive before this document (RFC 5005 §4), or else its next page (§3).</summary>
    public Uri? Older => PreviousArchive ?? NextPage;

    private Uri? PreviousArchive { get; set; }

    private Uri? NextPage { get; set; }

    /// <summary>Takes up what an element beside the entries says.</summary>
    public void Read(XElement element)
    {
        if (element.Name == FeedVocabulary.Atom + "link")
        {
            ReadLink(element);
        }
        else if (element.Name == FeedVocabulary.Atom + "author")
        {
            Authors = [.. Authors, .. AtomPerson.Read(element, Base)];
        }
        else if (element.Name == FeedVocabulary.Atom + "rights")
        {
            Rights = AtomText.Read(element);
        }
        else if (element.Name.LocalName == "channel")
        {
            // RSS 1.0 has the channel beside its items.
            foreach (var child in element.Elements())
            {
                Read(child);
            }
        }
        else if (element.Name.LocalName == "language")
        {
            Language ??= LanguageOf(element.Text());
        }
        else if (element.Name.LocalName == "link")
        {
            Base ??= Uri.TryCreate(element.Text(), UriKind.Absolute, out var site) && site.Scheme is "http" or "https" ? site : null;
        }
    }

    /// <summary>A tag that a submission takes; null when it is none.</summary>
    public static string? LanguageOf(string? text) =>
        text?.Replace('_', '-') is { } tag && LanguageTag.IsWellFormed(tag) ? tag : null;

    private void ReadLink(XElement element)
    {
        if (AtomLink.Address(element, Base) is not { } address)
        {
            return;
        }

        switch (element.Attribute("rel")?.Value.Trim().ToLowerInvariant())
        {
            case "prev-archive":
                PreviousArchive ??= new Uri(address);
                break;
            case "next":
                NextPage ??= new Uri(address);
                break;
            case null or "alternate":
                Base ??= new Uri(address);
                break;
        }
    }
}
