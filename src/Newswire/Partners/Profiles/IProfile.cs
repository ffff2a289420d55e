using Newswire.Feeds;
using Newswire.Formats;

namespace Newswire.Partners.Profiles;

/// <summary>
/// What a partner demands of the articles and documents it takes. All operations are pure: the same input gives the same
/// bytes.
/// </summary>
public interface IProfile
{
    /// <summary>Whose demands these are.</summary>
    PartnerProfile Name { get; }

    /// <summary>The extensions of the documents there are: <c>rss</c>, <c>atom</c>, <c>json</c>, <c>ninjs</c>.</summary>
    IReadOnlyList<string> Extensions { get; }

    /// <summary>Why the partner cannot take the article, each a sentence for the newsroom; empty when it can.</summary>
    IReadOnlyList<string> Refusals(Publication publication, PartnerEntry entry);

    /// <summary>The document, from articles that are not refused and removals, each newest first.</summary>
    /// <param name="head">What it says of the feed itself.</param>
    /// <param name="self">The absolute address of the document.</param>
    /// <param name="entries">The articles.</param>
    /// <param name="removals">What the partner may have and has to take down.</param>
    /// <param name="extension">One of <see cref="Extensions"/>.</param>
    PartnerDocument Write(
        FeedHead head,
        string self,
        IReadOnlyList<PartnerEntry> entries,
        IReadOnlyList<PartnerRemoval> removals,
        string extension);
}
