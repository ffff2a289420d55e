namespace Newswire.Feeds;

/// <summary>A definition and when it was given.</summary>
/// <param name="Definition">What was said of the feed.</param>
/// <param name="Received">See <see cref="Catalog.Change.Received"/>.</param>
public sealed record DefinedFeed(FeedDefinition Definition, DateTimeOffset Received)
{
    /// <summary>A total order: the later definition, and of two of the same instant always the same one, is greater.</summary>
    internal static int Compare(DefinedFeed left, DefinedFeed right)
    {
        var order = left.Received.CompareTo(right.Received);
        return order != 0
            ? order
            : string.CompareOrdinal(DefinitionJson.Text(left.Definition), DefinitionJson.Text(right.Definition));
    }
}
