namespace Newswire.AzureStorage;

/// <summary>A message as it was received; nobody else sees it until its time is over.</summary>
public sealed record ReceivedMessage
{
    internal ReceivedMessage(string queue, string text, long tries, string id, string popReceipt)
    {
        Queue = queue;
        Text = text;
        Tries = tries;
        Id = id;
        PopReceipt = popReceipt;
    }

    /// <summary>The queue it came from.</summary>
    public string Queue { get; }

    /// <summary>The message.</summary>
    public string Text { get; }

    /// <summary>How often it has been received, this time included.</summary>
    public long Tries { get; }

    /// <summary>Storage's name for the message, for the log.</summary>
    public string Id { get; }

    /// <summary>The proof that it was this receiver who got it last.</summary>
    internal string PopReceipt { get; init; }
}
