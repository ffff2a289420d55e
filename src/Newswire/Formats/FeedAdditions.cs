namespace Newswire.Formats;

/// <summary>
/// What a document for one partner says of the feed beside what the documents for everybody say. It names no hub: the hub
/// brings whoever asks the documents that are for everybody.
/// </summary>
/// <param name="Self">The absolute address of the document.</param>
public sealed record FeedAdditions(string Self)
{
    /// <summary>The vocabularies of all elements added to feed and entries, in the XML formats.</summary>
    public IReadOnlyList<XmlVocabulary> Vocabularies { get; init; } = [];

    /// <summary>Elements of the feed, in the XML formats.</summary>
    public IReadOnlyList<ForeignElement> Elements { get; init; } = [];
}
