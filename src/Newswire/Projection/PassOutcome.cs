using Newswire.Storage;

namespace Newswire.Projection;

/// <summary>What came of a projection pass.</summary>
public abstract record PassOutcome
{
    private PassOutcome()
    {
    }

    /// <summary>The catalog held nothing new.</summary>
    public sealed record Idle : PassOutcome;

    /// <summary>The changes read are in the documents.</summary>
    /// <param name="Changes">How many changes were folded in.</param>
    /// <param name="Documents">The public documents that were written.</param>
    public sealed record Done(int Changes, IReadOnlyList<ObjectPath> Documents) : PassOutcome;

    /// <summary>Another projection has taken the place of this one.</summary>
    /// <param name="Successor">The number of its generation.</param>
    public sealed record Replaced(int Successor) : PassOutcome;

    /// <summary>Another pass came between; nothing newer was overwritten. Beginning again is right.</summary>
    public sealed record Superseded : PassOutcome;
}
