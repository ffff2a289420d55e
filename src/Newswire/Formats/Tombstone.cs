namespace Newswire.Formats;

/// <summary>The mark of an entry that is gone (RFC 6721).</summary>
/// <param name="Id">The entry's permanent identity, <see cref="Entry.Id"/>.</param>
/// <param name="When">When it went.</param>
public sealed record Tombstone(string Id, DateTimeOffset When);
