namespace Newswire.Json;

/// <summary>What came of reading JSON that somebody sent.</summary>
/// <typeparam name="T">What it is read as.</typeparam>
public abstract record JsonOutcome<T>
    where T : class
{
    private JsonOutcome()
    {
    }

    /// <summary>It is in order.</summary>
    /// <param name="Value">What it says.</param>
    /// <param name="Ignored">Pointers of members that the model does not have; nothing was done with them.</param>
    public sealed record Accepted(T Value, IReadOnlyList<string> Ignored) : JsonOutcome<T>;

    /// <summary>It can be read and is wrong.</summary>
    /// <param name="Faults">Everything that is wrong; at least one.</param>
    public sealed record Refused(IReadOnlyList<Fault> Faults) : JsonOutcome<T>;

    /// <summary>It cannot be read.</summary>
    /// <param name="Detail">Why and where, without content.</param>
    public sealed record Malformed(string Detail) : JsonOutcome<T>;
}
