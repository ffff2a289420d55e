using Newswire.Http.Serving;
using Newswire.Partners;

namespace Newswire.Http.Partners;

/// <summary>A document that was made for a partner, and what it was made of.</summary>
/// <param name="Document">The document.</param>
/// <param name="Articles">The ids of the articles in it.</param>
/// <param name="Profile">The profile it follows.</param>
/// <param name="MadeOf">What stands for everything in it.</param>
/// <param name="CursorTag">What stood for the projection when it was last known to be right.</param>
/// <param name="Until">When it is to be made anew even if no change comes.</param>
internal sealed record MadeDocument(
    Document Document,
    IReadOnlyList<string> Articles,
    PartnerProfile Profile,
    string MadeOf,
    string CursorTag,
    DateTimeOffset Until)
{
    /// <summary>Whether it would be the same if it were made now.</summary>
    public bool IsRight(PartnerProfile profile, string cursorTag, DateTimeOffset now) =>
        Profile == profile && CursorTag == cursorTag && now < Until;
}
