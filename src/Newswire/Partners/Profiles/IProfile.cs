using Newswire.Feeds;
using Newswire.Formats;

namespace Newswire.Partners.Profiles;

/// <summary>
/// What a partner demands of the articles and documents it takes. All operations are pure: the same input gives the same
/// bytes, and the clock is an argument.
/// </summary>
public interface IProfile
{
    /// <summary>Whose demands these are.</summary>
    PartnerProfile Name { get; }

    /// <summary>The extensions of the documents there are: <c>rss</c>, <c>atom</c>, <c>json</c>, <c>ninjs</c>.</summary>
    IReadOnlyList<string> Extensions { get; }

    /// <summary>Why the partner cannot take the article, each a sentence for the newsroom; empty when it can.</summary>
    /// <param name="publication">Whose article it is.</param>
    /// <param name="entry">The article.</param>
    /// <param name="at">The moment that is asked about: what is too old for a partner depends on it.</param>
    IReadOnlyList<string> Refusals(Publication publication, PartnerEntry entry, DateTimeOffset at);

    /// <summary>
    /// The document, as of a moment. Articles that are refused or whose time is over are not in it, whoever passes them;
    /// those under embargo are in ninjs alone, which can say so.
    /// </summary>
    /// <param name="head">What it says of the feed itself.</param>
    /// <param name="self">The absolute address of the document.</param>
    /// <param name="entries">The articles, newest first.</param>
    /// <param name="removals">What the partner may have and has to take down, newest first.</param>
    /// <param name="extension">One of <see cref="Extensions"/>.</param>
    /// <param name="at">The moment.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such extension.</exception>
    PartnerDocument Write(
        FeedHead head,
        string self,
        IReadOnlyList<PartnerEntry> entries,
        IReadOnlyList<PartnerRemoval> removals,
        string extension,
        DateTimeOffset at);
}
