namespace Newswire.Partners;

/// <summary>What came of looking for a partner by its key. Who asked is told only whether it is <see cref="Good"/>.</summary>
public abstract record PartnerCheck
{
    private PartnerCheck()
    {
    }

    /// <summary>The key is the partner's, and good.</summary>
    /// <param name="Partner">The partner.</param>
    /// <param name="Key">The key it asked with.</param>
    public sealed record Good(Partner Partner, PartnerKey Key) : PartnerCheck;

    /// <summary>The partner has no such key: nobody has it, or another partner, or there is no such partner.</summary>
    public sealed record Unknown : PartnerCheck;

    /// <summary>The key was the partner's, and its time is over.</summary>
    public sealed record Expired : PartnerCheck;

    /// <summary>The key was the partner's, and has been revoked.</summary>
    public sealed record Revoked : PartnerCheck;
}
