using System.Text;

namespace Newswire.Http.Partners;

/// <summary>The answer to a key that was made.</summary>
/// <param name="Secret">The key as the partner sends it. It is shown this once.</param>
/// <param name="Key">What is kept of it.</param>
/// <param name="Ignored">JSON Pointers of members the model does not have; left out when there are none.</param>
internal sealed record CreatedKeyAnswer(string Secret, PartnerKeyAnswer Key, IReadOnlyList<string>? Ignored)
{
    // A record prints all it has, and the secret must not be.
    private bool PrintMembers(StringBuilder builder)
    {
        builder.Append("Key = ").Append(Key);
        return true;
    }
}
