using Newswire.WebSub;

namespace Newswire.Http.WebSub;

/// <summary>What a topic URL names.</summary>
internal abstract record TopicAddress
{
    private TopicAddress()
    {
    }

    /// <summary>A topic.</summary>
    public sealed record Of(Topic Topic) : TopicAddress;

    /// <summary>What was a topic and is none any more; who subscribed to it may still end that.</summary>
    /// <param name="Topic">The former topic.</param>
    /// <param name="Reason">What has become of it, in a sentence.</param>
    public sealed record Former(Topic Topic, string Reason) : TopicAddress;

    /// <summary>No topic.</summary>
    /// <param name="Reason">Why, in a sentence.</param>
    public sealed record None(string Reason) : TopicAddress;
}
