using Newswire.Articles;

namespace Newswire.Projection;

/// <summary>A version whose content readers see or may still come to see.</summary>
/// <param name="Version">The version.</param>
/// <param name="Article">Its content; null when that was erased.</param>
public sealed record HeldVersion(KnownVersion Version, Article? Article = null);
