using System.Text;

namespace Newswire.Partners;

/// <summary>What came of making a key for a partner.</summary>
public abstract record KeyCreation
{
    private KeyCreation()
    {
    }

    /// <summary>The key is made.</summary>
    /// <param name="Secret">The key as the partner sends it; it is stored nowhere.</param>
    /// <param name="Key">What is stored of it.</param>
    public sealed record Created(string Secret, PartnerKey Key) : KeyCreation
    {
        /// <summary>All but the secret: a record prints what it has.</summary>
        protected override bool PrintMembers(StringBuilder builder)
        {
            builder.Append("Key = ").Append(Key);
            return true;
        }
    }

    /// <summary>There is no such partner.</summary>
    public sealed record NoPartner : KeyCreation;

    /// <summary>The partner has <see cref="PartnerLimits.MaxKeys"/> good keys already.</summary>
    public sealed record TooMany : KeyCreation;
}
