namespace Newswire.Projection;

/// <summary>What is remembered of one version beside the newest one's content.</summary>
/// <param name="Key">Its place among the versions.</param>
/// <param name="Published">The publication date sent with it.</param>
/// <param name="Content">Fingerprint of its content.</param>
/// <param name="Updated">The date of the edit sent with it; null when none was.</param>
public sealed record KnownVersion(
    VersionKey Key, DateTimeOffset Published, string Content, DateTimeOffset? Updated = null);
