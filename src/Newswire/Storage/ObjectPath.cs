namespace Newswire.Storage;

/// <summary>The address of a stored object.</summary>
/// <param name="Container">The container: lower-case letters, digits and hyphens.</param>
/// <param name="Name">The name in it; slashes make folders.</param>
public readonly record struct ObjectPath(string Container, string Name)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Container}/{Name}";
}
