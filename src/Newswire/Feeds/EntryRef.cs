using System.Text.Json.Serialization;

namespace Newswire.Feeds;

/// <summary>An entry as a feed's index knows it: enough to place it and to find its rendered form.</summary>
/// <param name="Id">The article's id.</param>
/// <param name="Published">First publication.</param>
/// <param name="Updated">Last visible edit.</param>
/// <param name="Content">Fingerprint of everything the entry shows.</param>
public sealed record EntryRef(string Id, DateTimeOffset Published, DateTimeOffset Updated, string Content)
{
    /// <summary>Where the entry stands.</summary>
    [JsonIgnore]
    public EntryKey Key => new(Published, Id);
}
