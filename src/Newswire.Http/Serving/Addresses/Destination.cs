using Newswire.Storage;

namespace Newswire.Http.Serving.Addresses;

/// <summary>Where an address leads.</summary>
internal abstract record Destination
{
    private Destination()
    {
    }

    /// <summary>It is the address of this document, which may be there.</summary>
    public sealed record Here(ObjectPath Path) : Destination;

    /// <summary>What it means has another address: that of this document.</summary>
    public sealed record Elsewhere(ObjectPath Path) : Destination;

    /// <summary>The feed was given up for good.</summary>
    public sealed record GivenUp : Destination;

    /// <summary>No document has or had such an address.</summary>
    public sealed record Nowhere : Destination;
}
