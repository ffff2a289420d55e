using System.Globalization;
using Newswire.Delivery;

namespace Newswire.WebSub.Announcing;

/// <summary>What <see cref="Storage.QueueNames.WebSubAnnounce"/> carries: the topics that an outside hub is to be told of.</summary>
/// <param name="Hub">The hub's address.</param>
/// <param name="Failures">How often it could not be told.</param>
/// <param name="Topics">What has changed.</param>
internal sealed record AnnounceMessage(string Hub, int Failures, IReadOnlyList<Topic> Topics)
{
    /// <summary>The most topics of one message: telling a hub of them does not take minutes.</summary>
    private const int MaxTopics = 100;

    /// <summary>The news for a hub, as many messages as are needed.</summary>
    public static IEnumerable<AnnounceMessage> Of(string hub, IReadOnlyList<Topic> topics) =>
        MessageLines.Split(topics.Select(topic => topic.ToString()), MaxTopics)
            .Select(lines => new AnnounceMessage(hub, 0, ParseTopics(lines.Split('\n'))));

    /// <summary>The text of the message: the hub, the number of failures, the topics, each on a line of its own.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Hub}\n{Failures}\n{string.Join('\n', Topics)}");

    /// <summary>Reads the form of <see cref="ToString"/>.</summary>
    public static AnnounceMessage Parse(string text)
    {
        var lines = text.Split('\n');
        return new AnnounceMessage(
            lines[0], int.Parse(lines[1], NumberStyles.None, CultureInfo.InvariantCulture), ParseTopics(lines[2..]));
    }

    private static IReadOnlyList<Topic> ParseTopics(IEnumerable<string> lines) => [.. lines.Select(Topic.Parse)];
}
