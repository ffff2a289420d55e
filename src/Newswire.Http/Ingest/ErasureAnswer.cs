using Newswire.Catalog;
using Newswire.Erasure;

namespace Newswire.Http.Ingest;

/// <summary>When and where an article was erased. Holds no content.</summary>
/// <param name="Id">The article's id.</param>
/// <param name="Requested">When the erasure was accepted: every version received up to then is gone.</param>
/// <param name="Completed">When the last of it was gone.</param>
/// <param name="Catalog">The lines of the catalog that held content, as <c>page.offset+length</c>; each was read again.</param>
/// <param name="View">The article's view, without content now.</param>
/// <param name="Rewritten">The documents that were written anew without it.</param>
/// <param name="Deleted">The documents that were deleted.</param>
/// <param name="Feeds">The feeds that carried it and say for a time that it is gone.</param>
/// <param name="Found">Where the catalog still holds content of it; left out when it was not looked through.</param>
internal sealed record ErasureAnswer(
    string Id,
    DateTimeOffset Requested,
    DateTimeOffset Completed,
    IReadOnlyList<string> Catalog,
    string? View,
    IReadOnlyList<string> Rewritten,
    IReadOnlyList<string> Deleted,
    IReadOnlyList<string> Feeds,
    IReadOnlyList<string>? Found)
{
    public static ErasureAnswer Of(ErasureReport report, IReadOnlyList<Position>? found) => new(
        report.ArticleId,
        report.Requested,
        report.Completed,
        [.. report.Catalog.Select(place => $"{place.Start}+{place.LengthBytes}")],
        report.View,
        report.Rewritten,
        report.Deleted,
        report.Feeds,
        found is null ? null : [.. found.Select(position => position.ToString())]);
}
