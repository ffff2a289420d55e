namespace Newswire.WebSub;

/// <summary>
/// What <see cref="Storage.QueueNames.WebSubDeliver"/> and <see cref="Storage.QueueNames.WebSubRetry"/> carry: a bucket
/// whose subscribers may lack the newest document. Whoever receives it finds out who does.
/// </summary>
/// <param name="Topic">The topic.</param>
/// <param name="Bucket">The bucket's name.</param>
public sealed record BucketMessage(Topic Topic, string Bucket)
{
    /// <summary>The text of the message: the topic and the bucket, each on a line of its own.</summary>
    public override string ToString() => $"{Topic}\n{Bucket}";

    /// <summary>Reads the form of <see cref="ToString"/>.</summary>
    public static BucketMessage Parse(string text)
    {
        var end = text.IndexOf('\n', StringComparison.Ordinal);
        return new BucketMessage(Topic.Parse(text[..end]), text[(end + 1)..]);
    }
}
