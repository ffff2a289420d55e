using System.Text.RegularExpressions;
using Newswire.Storage;

namespace Newswire.Functions.Tests;

/// <summary>A message may bring its trace along: the Functions host opens every one, as the Kestrel host does in one place.</summary>
public sealed partial class TracedTriggersTests
{
    [Fact]
    public void Every_queue_trigger_hands_its_message_to_who_opens_it()
    {
        var triggers = string.Join('\n', Directory.EnumerateFiles(Repository.File("src/Newswire.Functions"), "*.cs").Select(File.ReadAllText));

        Assert.Equal(
            Received().Matches(triggers).Select(match => (match.Groups["queue"].Value, match.Groups["message"].Value)),
            Opened().Matches(triggers).Select(match => (match.Groups["queue"].Value, match.Groups["message"].Value)));
        Assert.Equal(QueueNames.All.Count, Opened().Count(triggers));
    }

    [Fact]
    public void No_queue_is_missing_from_the_list_of_them() => Assert.Equal(
        Trigger.Queues.Select(queue => queue.QueueName).Order(StringComparer.Ordinal), QueueNames.All.Order(StringComparer.Ordinal));

    [GeneratedRegex(@"QueueTrigger\(QueueNames\.(?<queue>\w+), [^\]]*\] string (?<message>\w+)", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Received();

    [GeneratedRegex(@"TracedMessage\.HandleAsync\(QueueNames\.(?<queue>\w+), (?<message>\w+),", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Opened();
}
