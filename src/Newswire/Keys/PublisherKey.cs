namespace Newswire.Keys;

/// <summary>What is stored of a publisher key: never the key itself.</summary>
/// <param name="Id">Eight hexadecimal digits of the hash, to name the key by.</param>
/// <param name="Name">What the newsroom calls it, such as the CMS that uses it.</param>
/// <param name="Hash">SHA-256 of the key, lower-case hexadecimal.</param>
/// <param name="Created">When it was made.</param>
/// <param name="Revoked">Since when it opens nothing; null while it is good.</param>
public sealed record PublisherKey(
    string Id, string Name, string Hash, DateTimeOffset Created, DateTimeOffset? Revoked = null);
