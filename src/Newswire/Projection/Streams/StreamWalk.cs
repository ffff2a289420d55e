using System.Text.Json.Serialization;
using Newswire.Feeds;

namespace Newswire.Projection.Streams;

/// <summary>
/// How far the articles that a contract gives or takes have been noted in its partner's stream: from the newest to the
/// oldest, a slice a pass.
/// </summary>
/// <param name="Partner">The partner.</param>
/// <param name="Since">When the contract was received; nothing of it happened before.</param>
public sealed record StreamWalk(string Partner, DateTimeOffset Since)
{
    /// <summary>
    /// The feed that was given or taken; null for what is scheduled, which is in no feed yet and given by early access.
    /// </summary>
    public string? Feed { get; init; }

    /// <summary>
    /// Whether it goes through what a rebuild found changed by time alone: when contracts and definitions were given that
    /// was something else, and may have been given with them.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Turned { get; init; }

    /// <summary>The articles before this key are still to come; null when all are.</summary>
    public EntryKey? Before { get; init; }
}
