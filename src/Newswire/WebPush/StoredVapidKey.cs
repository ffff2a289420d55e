using System.Text;

namespace Newswire.WebPush;

/// <summary>The stored form of the key: a JSON Web Key (RFC 7518 §6.2), so that other tools can read it.</summary>
/// <param name="Kty">Always <see cref="EllipticCurve"/>.</param>
/// <param name="Crv">Always <see cref="P256"/>.</param>
/// <param name="X">First coordinate of the public point, base64url.</param>
/// <param name="Y">Second coordinate, base64url.</param>
/// <param name="D">The private key, base64url.</param>
internal sealed record StoredVapidKey(string Kty, string Crv, string X, string Y, string D)
{
    public const string EllipticCurve = "EC";
    public const string P256 = "P-256";

    // A record prints all it has, and D must not be.
    private bool PrintMembers(StringBuilder builder)
    {
        builder.Append("X = ").Append(X);
        return true;
    }
}
