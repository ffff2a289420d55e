using Microsoft.Extensions.Caching.Memory;
using Newswire.Delivery;
using Newswire.Feeds;
using Newswire.Http.Serving;
using Newswire.Partners;
using Newswire.Partners.Output;
using Newswire.Partners.Profiles;
using Newswire.Projection;
using Newswire.Storage;

namespace Newswire.Http.Partners;

/// <summary>
/// Makes the documents of partners when they are asked for. Each is kept as long as it would become the same again, and made
/// once however many ask for it.
/// </summary>
internal sealed class PartnerDocuments(FeedContents contents, Publication publication, TimeProvider time) : IDisposable
{
    /// <summary>The most bytes kept.</summary>
    private const long MaxBytes = 128L * 1024 * 1024;

    /// <summary>What a document costs beside its bytes.</summary>
    private const long SlotBytes = 1024;

    /// <summary>How long a document is right that nothing happens to: a profile may take an article for a number of days only.</summary>
    private static readonly TimeSpan MaxAge = TimeSpan.FromHours(1);

    private readonly MemoryCache documents = new(new MemoryCacheOptions { SizeLimit = MaxBytes });
    private readonly SharedWork<(ObjectPath Path, PartnerProfile Profile, string CursorTag), MadeDocument> making = new();

    /// <summary>A feed as the partner gets it now.</summary>
    /// <param name="partner">The partner.</param>
    /// <param name="feed">The feed's present name; the partner may read it.</param>
    /// <param name="extension">One of its profile's.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="StorageAwayException">Storage did not answer.</exception>
    public async Task<MadeDocument> FindAsync(
        Partner partner, string feed, string extension, CancellationToken cancellationToken)
    {
        var path = new ObjectPath(Containers.Partners, $"{partner.Name}/{feed}.{extension}");
        var cursorTag = await contents.CursorTagAsync(cancellationToken);
        return Known() ?? await making.RunAsync(
            (path, partner.Profile, cursorTag),
            async () => Known() ?? await MakeAsync(path, partner, feed, extension, cursorTag),
            cancellationToken);

        MadeDocument? Known() =>
            documents.Get<MadeDocument>(path) is { } made && made.IsRight(partner.Profile, cursorTag, time.GetUtcNow()) ? made : null;
    }

    /// <inheritdoc/>
    public void Dispose() => documents.Dispose();

    private async Task<MadeDocument> MakeAsync(
        ObjectPath path, Partner partner, string feed, string extension, string cursorTag)
    {
        var now = time.GetUtcNow();
        var content = await contents.ReadAsync(feed, cursorTag, CancellationToken.None);
        var moment = content.At(now);
        var profile = PartnerProfiles.Of(partner.Profile);
        var given = PartnerFeed.Of(publication, profile, moment, now);
        var before = documents.Get<MadeDocument>(path);
        var madeOf = given.Fingerprint;
        var made = new MadeDocument(
            before?.Profile == partner.Profile && before.MadeOf == madeOf ? before.Document : Write(),
            [.. given.Given.Select(article => article.Id)],
            partner.Profile,
            madeOf,
            cursorTag,
            moment.Until < now + MaxAge ? moment.Until.Value : now + MaxAge);
        return documents.Set(path, made, new MemoryCacheEntryOptions { Size = SlotBytes + made.Document.MemoryBytes });

        Document Write()
        {
            var written = given.Write(profile, PartnerAddresses.Url(publication, partner.Name, feed, extension), extension);
            var facts = DocumentFacts.After(before?.Document.Facts, written.Bytes.Span, moment.Modified);
            return facts == before?.Document.Facts
                ? before.Document
                : new Document(path, written.ContentType, facts, written.Bytes);
        }
    }
}
