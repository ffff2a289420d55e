using Newswire.Feeds;

namespace Newswire.Formats;

/// <summary>What a feed document says of the feed itself.</summary>
/// <param name="Publication">The publication.</param>
/// <param name="Name">The feed's name, such as <c>topics/crime</c>.</param>
/// <param name="Title">Its title, plain text.</param>
/// <param name="Description">One sentence about it, plain text.</param>
/// <param name="Updated">The newest <see cref="Entry.Updated"/> in the document; the Unix epoch for an empty one.</param>
public sealed record FeedHead(
    Publication Publication, string Name, string Title, string Description, DateTimeOffset Updated);
