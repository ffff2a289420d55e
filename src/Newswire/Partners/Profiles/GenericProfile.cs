using Newswire.Feeds;
using Newswire.Formats;

namespace Newswire.Partners.Profiles;

/// <summary>
/// Newswire's own rules: everything a partner may have, in the formats' own words. Nothing is refused. What is gone is said
/// by tombstones (RFC 6721) in Atom, by <c>_tombstones</c> in JSON Feed and by <c>canceled</c> in ninjs; RSS has no word for
/// it, and a partner that needs to know takes another format or the change stream.
/// </summary>
internal sealed class GenericProfile : FeedProfile
{
    public override PartnerProfile Name => PartnerProfile.Generic;

    protected override IReadOnlyList<XmlVocabulary> Vocabularies => [Vocabulary.DublinCoreTerms];

    public override IReadOnlyList<string> Refusals(Publication publication, PartnerEntry entry, DateTimeOffset at) => [];

    protected override IEnumerable<ForeignElement> Additions(PartnerEntry entry)
    {
        if (entry.Expires is { } expires)
        {
            // A DCMI Period: from now to an end.
            yield return new(
                Vocabulary.DublinCoreTerms, "valid", $"end={MomentText.Rfc3339(expires)}; scheme=W3C-DTF");
        }
    }
}
