namespace Newswire.Formats;

/// <summary>
/// A feed document taken apart at its entries. The parts lie in the memory of the document and copy nothing; with other
/// entries than the document's own they are the parts of another document of the same feed.
/// </summary>
/// <param name="Head">What stands before the entries, such as the feed's title and links.</param>
/// <param name="Entries">The entries in their order, each as <see cref="IFeedFormat.WriteEntry"/> wrote it.</param>
/// <param name="Tail">What stands after them.</param>
public sealed record FeedParts(
    ReadOnlyMemory<byte> Head, IReadOnlyList<ReadOnlyMemory<byte>> Entries, ReadOnlyMemory<byte> Tail);
