namespace Newswire.Connectors;

/// <summary>A CMS that tells by webhooks what it publishes.</summary>
/// <param name="Name">What the newsroom calls it, a slug; it is in the address that the CMS posts to.</param>
/// <param name="Kind">Which CMS it is.</param>
/// <param name="Secret">
/// What signs the events. It is kept as it is, since a signature cannot be checked with a hash; so it is shown once, and is in no answer
/// and no log afterwards.
/// </param>
/// <param name="Created">When it was made.</param>
public sealed record Connector(string Name, ConnectorKind Kind, string Secret, DateTimeOffset Created)
{
    /// <summary>The most connectors of a publication.</summary>
    public const int MaxConnectors = 100;

    /// <summary>The names of authors whom WordPress names by a number only.</summary>
    public IReadOnlyList<ConnectorAuthor> Authors { get; init => field = value ?? []; } = [];

    /// <summary>The secret is not for people to see.</summary>
    public override string ToString() => $"connector {Name}";
}
