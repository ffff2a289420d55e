namespace Newswire.Partners.Changes;

/// <summary>What a partner is told has happened to an article.</summary>
public enum ChangeKind
{
    /// <summary>It is there, and was not there for the partner before.</summary>
    Publish,

    /// <summary>It is another than before.</summary>
    Update,

    /// <summary>It is another, and says what was wrong before.</summary>
    Correct,

    /// <summary>The newsroom has taken it back, or erased it.</summary>
    Withdraw,

    /// <summary>Its time is over.</summary>
    Expire,

    /// <summary>It is there for others, and no longer among what the partner may have.</summary>
    Remove,
}
