using Newswire.Articles;
using Newswire.Feeds;
using Newswire.Formats;
using Newswire.Formats.Atom;
using Newswire.Formats.JsonFeed;
using Newswire.Formats.Ninjs;
using Newswire.Formats.Rss;

namespace Newswire.Partners.Profiles;

/// <summary>
/// How every profile makes its documents: the formats write them, of entries in the partner's shape. A profile says what
/// it refuses and what it wants otherwise than everybody.
/// </summary>
internal abstract class FeedProfile : IProfile
{
    private static readonly IReadOnlyList<IFeedFormat> Formats = [new RssFormat(), new AtomFormat(), new JsonFeedFormat()];

    public abstract PartnerProfile Name { get; }

    public IReadOnlyList<string> Extensions { get; } =
        [.. Formats.Select(format => format.Extension), NinjsPackage.Extension];

    /// <summary>The vocabularies of all elements that the profile adds.</summary>
    protected virtual IReadOnlyList<XmlVocabulary> Vocabularies => [];

    public abstract IReadOnlyList<string> Refusals(Publication publication, PartnerEntry entry, DateTimeOffset at);

    public PartnerDocument Write(
        FeedHead head,
        string self,
        IReadOnlyList<PartnerEntry> entries,
        IReadOnlyList<PartnerRemoval> removals,
        string extension,
        DateTimeOffset at)
    {
        // Asked here once more, so that no caller can bring a partner what it does not take or may not have.
        PartnerEntry[] taken = [.. entries.Where(entry => IsIn(extension, entry, at) && Refusals(head.Publication, entry, at).Count == 0)];

        // What has come back is not gone.
        PartnerRemoval[] gone = [.. removals.ExceptBy(taken.Select(entry => entry.Id), removal => removal.Id, StringComparer.Ordinal)];
        if (extension == NinjsPackage.Extension)
        {
            return new(NinjsPackage.ContentType, PartnerItems.Write(head, self, taken, gone, Shape));
        }

        var format = Formats.FirstOrDefault(known => known.Extension == extension)
            ?? throw new ArgumentOutOfRangeException(nameof(extension), extension, "There is no such extension.");
        Entry[] takedowns = format is JsonFeedFormat
            ? []
            : [.. gone.Select(removal => Takedown(head, removal, extension)).OfType<Entry>()];
        IEnumerable<Entry> shown = [.. takedowns, .. taken.Select(entry => Dress(head, entry, extension))];
        return new(
            format.ContentType,
            format.WriteFeed(
                Dress(head, self, extension) with
                {
                    Tombstones = takedowns.Length > 0 ? [] : [.. gone.Select(removal => new Tombstone(removal.Id, removal.When))],
                },
                [.. shown.Select(entry => (ReadOnlyMemory<byte>)format.WriteEntry(entry, EntryContent.Full))]));
    }

    /// <summary>The article in the partner's shape, for all formats.</summary>
    protected virtual Article Shape(Article article) => article;

    /// <summary>When the article was published, as the partner wants it said.</summary>
    protected virtual DateTimeOffset PublishedAs(PartnerEntry entry, string extension) => entry.Published;

    /// <summary>What is added to the article's entry, in the XML formats.</summary>
    protected virtual IEnumerable<ForeignElement> Additions(PartnerEntry entry) => [];

    /// <summary>What is added to a picture, in the XML formats.</summary>
    protected virtual IReadOnlyList<ForeignElement> Additions(Picture picture) => [];

    /// <summary>The feed as the partner wants it named and described, for the formats of feeds.</summary>
    protected virtual FeedHead Shape(FeedHead head) => head;

    /// <summary>What is added to the feed, in the XML formats.</summary>
    protected virtual IEnumerable<ForeignElement> Additions(FeedHead head, string extension) => [];

    /// <summary>
    /// The entry that makes the partner take the article down, in the XML formats; null when tombstones are to say that it is
    /// gone where the format has them.
    /// </summary>
    protected virtual Entry? Takedown(FeedHead head, PartnerRemoval removal, string extension) => null;

    // Of the formats ninjs alone has a word for an embargo; in the others, what is under one waits.
    private static bool IsIn(string extension, PartnerEntry entry, DateTimeOffset at) =>
        !(entry.Expires <= at) && (entry.EmbargoedUntil is null || extension == NinjsPackage.Extension);

    private FeedHead Dress(FeedHead head, string self, string extension) => Shape(head) with
    {
        UsageTerms = head.Publication.UsageTerms,
        Additions = new FeedAdditions(self)
        {
            Vocabularies = [.. Attribution.Vocabularies(head.Publication), .. Vocabularies],
            Elements = [.. Additions(head, extension)],
        },
    };

    private Entry Dress(FeedHead head, PartnerEntry entry, string extension)
    {
        var article = Attribution.Complete(head.Publication, Shape(entry.Content.Article));
        return new Entry(entry.Id, PublishedAs(entry, extension), entry.Updated, article)
        {
            License = Attribution.License(head.Publication, entry.Content.Article),
            Additions = new EntryAdditions
            {
                Publisher = head.Publication.Title,
                UsageTerms = head.Publication.UsageTerms,
                Expires = entry.Expires,
                Elements = [.. Attribution.Of(head.Publication), .. Additions(entry)],
                OfPictures = EntryPictures.Of(article).ToDictionary(picture => picture.Url, Additions, StringComparer.Ordinal),
            },
        };
    }
}
