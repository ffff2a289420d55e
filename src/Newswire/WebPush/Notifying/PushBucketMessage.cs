using Newswire.Delivery;

namespace Newswire.WebPush.Notifying;

/// <summary>
/// A message of the queue <see cref="Storage.QueueNames.PushDeliver"/>: which bucket, and the articles there may be
/// something new to tell of; none when only what waits is to be looked at.
/// </summary>
/// <param name="Bucket">The bucket's name.</param>
/// <param name="Articles">The articles' ids.</param>
internal sealed record PushBucketMessage(string Bucket, IReadOnlyList<string> Articles)
{
    /// <summary>Reads the form of <see cref="ToString"/>.</summary>
    public static PushBucketMessage Parse(string text)
    {
        var lines = MessageLines.Read(text);
        return new PushBucketMessage(lines[0], [.. lines.Skip(1)]);
    }

    /// <summary>The message: the bucket, then the articles, one a line.</summary>
    public override string ToString() => string.Join('\n', Articles.Prepend(Bucket));
}
