namespace Newswire.Keys;

/// <summary>What came of checking a key.</summary>
public enum KeyCheck
{
    /// <summary>There is no such key.</summary>
    Unknown,

    /// <summary>There was, and it has been revoked.</summary>
    Revoked,

    /// <summary>The key is good.</summary>
    Good,
}
