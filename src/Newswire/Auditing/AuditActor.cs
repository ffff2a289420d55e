using Newswire.Keys;

namespace Newswire.Auditing;

/// <summary>Who does something, and which way.</summary>
/// <param name="Name">The publisher key's name, or whatever else is known.</param>
/// <param name="Way">By which way: <see cref="Api"/>, <see cref="Page"/> or <see cref="CommandLine"/>.</param>
/// <param name="KeyId">The publisher key's id; null where none was needed.</param>
public sealed record AuditActor(string Name, string Way, string? KeyId = null)
{
    /// <summary>A request to <c>/api</c>.</summary>
    public const string Api = "api";

    /// <summary>A form of a page below <c>/newsroom</c>.</summary>
    public const string Page = "page";

    /// <summary>A command, which needs the storage's own credentials and no key.</summary>
    public const string CommandLine = "command-line";

    /// <summary>The holder of a publisher key.</summary>
    public static AuditActor Of(PublisherKey key, string way) => new(key.Name, way, key.Id);

    /// <summary>Whoever runs commands against storage.</summary>
    /// <param name="name">Whom the system says it is.</param>
    public static AuditActor AtCommandLine(string name) => new(name, CommandLine);
}
