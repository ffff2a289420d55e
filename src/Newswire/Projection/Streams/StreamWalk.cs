using Newswire.Feeds;

namespace Newswire.Projection.Streams;

/// <summary>
/// How far the articles that a contract gives or takes have been noted in its partner's stream: from the newest to the
/// oldest, a slice a pass.
/// </summary>
/// <param name="Partner">The partner.</param>
/// <param name="Feed">The feed that was given or taken; null when early access has changed, which concerns what is scheduled.</param>
/// <param name="Since">When the contract was received.</param>
/// <param name="Before">The articles before this key are still to come; null when all are.</param>
public sealed record StreamWalk(string Partner, string? Feed, DateTimeOffset Since, EntryKey? Before = null);
