using System.Collections.Concurrent;

namespace Newswire.WebPush;

/// <summary>
/// The credentials for each push service, each used for an hour: services remember a token they have verified, and a new
/// one for every message would cost them and us a signature (RFC 8292 §5).
/// </summary>
public sealed class VapidTokens(VapidKeys keys, PushOptions options, TimeProvider time)
{
    /// <summary>How long a token is valid. Half of what services allow, so that clocks may differ.</summary>
    public static readonly TimeSpan Validity = TimeSpan.FromHours(12);

    /// <summary>How long a token is used again.</summary>
    public static readonly TimeSpan MaxAge = TimeSpan.FromHours(1);

    /// <summary>How many services are remembered. There are some tens; beyond this, all are forgotten.</summary>
    private const int MaxRemembered = 256;

    private readonly ConcurrentDictionary<string, Credentials> remembered = new(StringComparer.Ordinal);

    /// <summary>The value of <c>Authorization</c> for a service (RFC 8292 §3).</summary>
    /// <param name="origin">The origin of the service, <see cref="PushReceiver.Origin"/>.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="InvalidDataException">The stored key is none (<see cref="VapidKeys"/>).</exception>
    public async ValueTask<string> AuthorizationAsync(string origin, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (remembered.TryGetValue(origin, out var known) && now - known.Made is { Ticks: >= 0 } age && age < MaxAge)
        {
            return known.Authorization;
        }

        var key = await keys.GetAsync(cancellationToken);
        var token = VapidToken.Sign(key, origin, now + Validity, options.Contact);
        var authorization = $"vapid t={token}, k={key.PublicKey}";
        if (remembered.Count >= MaxRemembered)
        {
            remembered.Clear();
        }

        remembered[origin] = new Credentials(authorization, now);
        return authorization;
    }

    private sealed class Credentials(string authorization, DateTimeOffset made)
    {
        public string Authorization => authorization;

        public DateTimeOffset Made => made;
    }
}
