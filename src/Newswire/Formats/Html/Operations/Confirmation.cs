namespace Newswire.Formats.Html.Operations;

/// <summary>An act that somebody is asked to confirm.</summary>
public sealed record Confirmation
{
    /// <summary>What is asked.</summary>
    public required string Question { get; init; }

    /// <summary>What will happen, each a sentence.</summary>
    public required IReadOnlyList<string> Consequences { get; init; }

    /// <summary>What the button says.</summary>
    public required string Button { get; init; }

    /// <summary>Where the button leads, below the base URL.</summary>
    public required string Action { get; init; }

    /// <summary>Where somebody goes who does not want it, below the base URL.</summary>
    public required string Back { get; init; }

    /// <summary>What is sent along, by name.</summary>
    public IReadOnlyList<(string Name, string Value)> Fields { get; init; } = [];

    /// <summary>Whether it cannot be undone.</summary>
    public bool IsFinal { get; init; }
}
