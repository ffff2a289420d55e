using Newswire.Catalog;

namespace Newswire.Partners;

/// <summary>A site that republishes under contract: what it may have, how it gets it, and the keys it asks with.</summary>
public sealed record Partner
{
    /// <summary>Its name in addresses, one slug (<see cref="Feeds.Slug"/>), which never changes: <c>daily-planet</c>.</summary>
    public required string Name { get; init; }

    /// <summary>What people call it, plain text.</summary>
    public required string Title { get; init; }

    /// <summary>Whom the newsroom asks when something is wrong, plain text; null when nobody has said. Never shown to others.</summary>
    public string? Contact { get; init; }

    /// <summary>The feeds it may read, by name; none means that it may read nothing yet.</summary>
    public IReadOnlyList<string> Feeds { get; init => field = value ?? []; } = [];

    /// <summary>Whose rules its output follows. Default <see cref="PartnerProfile.Generic"/>.</summary>
    public PartnerProfile Profile { get; init; }

    /// <summary>How much it may ask.</summary>
    public PartnerQuota Quota { get; init => field = value ?? PartnerQuota.Default; } = PartnerQuota.Default;

    /// <summary>How long before the end of an embargo it gets an article; null for not before readers do.</summary>
    public TimeSpan? EarlyAccess { get; init; }

    /// <summary>When this was last said of it; by that a contract is known from an earlier one.</summary>
    public DateTimeOffset Said { get; init; }

    /// <summary>Its keys, in the order in which they were made; those that open nothing any more included.</summary>
    public IReadOnlyList<PartnerKey> Keys { get; init => field = value ?? []; } = [];

    /// <summary>What it may have, as the catalog keeps it.</summary>
    internal Change.DefineContract Contract() =>
        new() { Partner = Name, Received = Said, Feeds = Feeds, EarlyAccess = EarlyAccess };

    /// <summary>Whether the other says the same of the partner, its keys aside and whenever it was said.</summary>
    public bool SaysTheSameAs(Partner other) =>
        PartnersJson.Text(this with { Keys = [], Said = default }) == PartnersJson.Text(other with { Keys = [], Said = default });
}
