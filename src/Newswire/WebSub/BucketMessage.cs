using System.Globalization;

namespace Newswire.WebSub;

/// <summary>
/// What <see cref="Storage.QueueNames.WebSubDeliver"/> and <see cref="Storage.QueueNames.WebSubRetry"/> carry: a bucket
/// whose subscribers may lack the newest document. Whoever receives it finds out who does.
/// </summary>
/// <param name="Topic">The topic.</param>
/// <param name="Bucket">The bucket's name.</param>
public sealed record BucketMessage(Topic Topic, string Bucket)
{
    /// <summary>The moment it was sent for, one of <see cref="SubscriberBucket.Wakes"/>; null when it is none of them.</summary>
    public DateTimeOffset? Wake { get; init; }

    /// <summary>The text of the message: the topic, the bucket and, if there is one, the moment, each on a line of its own.</summary>
    public override string ToString() => Wake is { } wake
        ? string.Create(CultureInfo.InvariantCulture, $"{Topic}\n{Bucket}\n{wake:O}")
        : $"{Topic}\n{Bucket}";

    /// <summary>Reads the form of <see cref="ToString"/>.</summary>
    public static BucketMessage Parse(string text)
    {
        var lines = text.Split('\n');
        return new BucketMessage(Topic.Parse(lines[0]), lines[1])
        {
            Wake = lines.Length > 2
                ? DateTimeOffset.ParseExact(lines[2], "O", CultureInfo.InvariantCulture, DateTimeStyles.None)
                : null,
        };
    }
}
