using Newswire.Articles;
using Newswire.Formats.Ninjs;

namespace Newswire.Partners.Profiles;

/// <summary>That a partner may not have an article any more which it may have had.</summary>
/// <param name="Id">The permanent identity, a <c>tag:</c> URI; see <see cref="Formats.EntryIdentity"/>.</param>
/// <param name="Version">The version that was the last.</param>
/// <param name="Published">First publication.</param>
/// <param name="When">When it went.</param>
/// <param name="Why">Why.</param>
/// <param name="Last">What it was; null when that was erased.</param>
public sealed record PartnerRemoval(
    string Id, long Version, DateTimeOffset Published, DateTimeOffset When, NinjsEnd Why, SyndicatedArticle? Last)
{
    /// <summary>What ninjs says of it.</summary>
    internal NinjsVersion InNinjs() => new()
    {
        Id = Id,
        Version = Version,
        FirstCreated = Published,
        VersionCreated = When,
        Expires = Why == NinjsEnd.Expired ? When : null,
    };
}
