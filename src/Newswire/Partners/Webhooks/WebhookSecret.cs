using System.Security.Cryptography;
using Newswire.Keys;

namespace Newswire.Partners.Webhooks;

/// <summary>
/// What signs the deliveries to a partner. It is kept as it is, since one cannot sign with a hash; so it is shown once, and
/// is in no answer and no log afterwards.
/// </summary>
/// <param name="Id">Eight hexadecimal digits of its hash, to name it by.</param>
/// <param name="Text">
/// The secret as the partner has it: <c>whsec_</c> and Base64 (Standard Webhooks 1.0.0, "Signature scheme").
/// </param>
/// <param name="Created">When it was made.</param>
public sealed record WebhookSecret(string Id, string Text, DateTimeOffset Created)
{
    /// <summary>What every secret begins with.</summary>
    public const string Prefix = "whsec_";

    /// <summary>256 random bits; the specification asks for 192 to 512.</summary>
    public static WebhookSecret Make(DateTimeOffset now)
    {
        var text = Prefix + Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));
        return new WebhookSecret(SecretKey.Id(SecretKey.Hash(text)), text, now);
    }

    /// <summary>The secret is not for people to see.</summary>
    public override string ToString() => $"secret {Id}";
}
