using System.Globalization;
using System.Text;

namespace Newswire.WebSub.Subscribing;

/// <summary>Reads the body of a subscription request (W3C WebSub §5.1). Pure.</summary>
public static class SubscriptionFormReader
{
    /// <summary>A secret must have fewer bytes than this (§5.1).</summary>
    public const int SecretBytes = 200;

    /// <summary>The longest topic URL and callback, in characters.</summary>
    public const int MaxUrlLength = 2048;

    private const string Mode = "hub.mode";
    private const string Topic = "hub.topic";
    private const string Callback = "hub.callback";
    private const string Lease = "hub.lease_seconds";
    private const string Secret = "hub.secret";

    private static readonly string[] Known = [Mode, Topic, Callback, Lease, Secret];

    /// <summary>The longest lease a number can ask for without getting near the end of time: a century.</summary>
    private const long MaxLeaseSeconds = 100L * 365 * 24 * 60 * 60;

    /// <summary>
    /// What was sent, or a sentence that says what is wrong with it. Parameters that are not known are not looked at
    /// (§5.1); of the known ones each may stand once.
    /// </summary>
    public static (SubscriptionForm? Form, string? Fault) Read(ReadOnlyMemory<byte> content)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in FormParameters.Read(content).Where(parameter => Known.Contains(parameter.Name)))
        {
            if (value is null)
            {
                return (null, $"{name} is not UTF-8.");
            }

            if (!values.TryAdd(name!, value))
            {
                return (null, $"{name} stands more than once.");
            }
        }

        return Read(values);
    }

    private static (SubscriptionForm? Form, string? Fault) Read(Dictionary<string, string> values)
    {
        SubscriptionMode mode;
        switch (values.GetValueOrDefault(Mode))
        {
            case "subscribe": mode = SubscriptionMode.Subscribe; break;
            case "unsubscribe": mode = SubscriptionMode.Unsubscribe; break;
            case "publish": return (null, "Nobody needs to tell this hub of changes: it is the publisher's own and knows of them.");
            default: return (null, "hub.mode must be 'subscribe' or 'unsubscribe'.");
        }

        if (Url(values, Topic) is { } topicFault)
        {
            return (null, topicFault);
        }

        if (Url(values, Callback) is { } callbackFault)
        {
            return (null, callbackFault);
        }

        var form = new SubscriptionForm(mode, values[Topic], values[Callback]);
        if (mode == SubscriptionMode.Unsubscribe)
        {
            // §5.1: a lease is ignored; and nothing will be signed.
            return (form, null);
        }

        // What is there without a value is what a client with nothing to say sends.
        TimeSpan? lease = null;
        if (values.GetValueOrDefault(Lease) is { Length: > 0 } seconds && (lease = Duration(seconds)) is null)
        {
            return (null, "hub.lease_seconds must be a positive whole number in decimal digits.");
        }

        var secret = values.GetValueOrDefault(Secret) is { Length: > 0 } sent ? sent : null;
        return secret is not null && Encoding.UTF8.GetByteCount(secret) >= SecretBytes
            ? (null, "hub.secret must have fewer than 200 bytes.")
            : (form with { Lease = lease, Secret = secret }, null);
    }

    private static string? Url(Dictionary<string, string> values, string name) => values.GetValueOrDefault(name) switch
    {
        null or "" => $"{name} is missing.",
        { Length: > MaxUrlLength } => string.Create(CultureInfo.InvariantCulture, $"{name} may have at most {MaxUrlLength} characters."),
        _ => null,
    };

    /// <summary>The duration of so many seconds; null when the text is no positive number. A number of any length is one.</summary>
    private static TimeSpan? Duration(string seconds)
    {
        if (!seconds.All(char.IsAsciiDigit) || seconds.All(digit => digit == '0'))
        {
            return null;
        }

        return long.TryParse(seconds, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= MaxLeaseSeconds
            ? TimeSpan.FromSeconds(number)
            : TimeSpan.MaxValue;
    }
}
