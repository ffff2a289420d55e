using Newswire.Feeds;
using Newswire.Projection.Streams;

namespace Newswire.Partners.Changes;

/// <summary>The streams, and definitions no older than they are.</summary>
/// <param name="Heads">How long each stream is, and what it follows.</param>
/// <param name="Definitions">What the newsroom has said of its feeds.</param>
public sealed record StreamState(StreamHeads Heads, FeedDefinitions Definitions);
