using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Newswire.WebPush;

/// <summary>What is sent to one receiver, and how long and how urgently its service is to try (RFC 8030 §5).</summary>
public sealed record PushMessage
{
    /// <summary>The most characters of a topic (RFC 8030 §5.4).</summary>
    public const int MaxTopic = 32;

    /// <summary>Makes a message.</summary>
    /// <param name="payload">What the browser gets, at most <see cref="PushEncryption.MaxPlaintextBytes"/>.</param>
    /// <param name="ttl">How long the service keeps trying a device it cannot reach; zero means now or never. Whole seconds count.</param>
    /// <param name="urgency">What it is worth waking a device for.</param>
    /// <param name="topic">Of several that wait for a device with the same topic, only the newest is kept; null for none. See <see cref="TopicOf"/>.</param>
    /// <exception cref="ArgumentException">The topic is none of RFC 8030 §5.4.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The payload is too long, or the time negative.</exception>
    public PushMessage(ReadOnlyMemory<byte> payload, TimeSpan ttl, PushUrgency urgency = PushUrgency.Normal, string? topic = null)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(payload.Length, PushEncryption.MaxPlaintextBytes, nameof(payload));
        ArgumentOutOfRangeException.ThrowIfLessThan(ttl, TimeSpan.Zero);
        if (topic is not null && !IsTopic(topic))
        {
            throw new ArgumentException($"A topic has 1 to {MaxTopic} characters of base64url.", nameof(topic));
        }

        Payload = payload;
        Ttl = ttl;
        Urgency = urgency;
        Topic = topic;
    }

    /// <summary>What the browser gets.</summary>
    public ReadOnlyMemory<byte> Payload { get; }

    /// <summary>How long the service keeps trying.</summary>
    public TimeSpan Ttl { get; }

    /// <summary>What it is worth waking a device for.</summary>
    public PushUrgency Urgency { get; }

    /// <summary>What a newer message replaces it by; null for nothing.</summary>
    public string? Topic { get; }

    /// <summary>The topic for anything that has a name, such as an article: 192 bits of the name's hash.</summary>
    /// <remarks>A service sees topics in the clear, and is not told what its readers read.</remarks>
    public static string TopicOf(string name) =>
        Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, MaxTopic * 6 / 8));

    private static bool IsTopic(string topic) =>
        topic.Length is >= 1 and <= MaxTopic && topic.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');
}
