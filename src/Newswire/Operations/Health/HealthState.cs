namespace Newswire.Operations.Health;

/// <summary>How a part of it is; the worst of all parts is how the whole is.</summary>
public enum HealthState
{
    /// <summary>As it should be.</summary>
    Ok,

    /// <summary>Documents are served, and somebody should look.</summary>
    Degraded,

    /// <summary>Nothing new can be served or accepted.</summary>
    Unavailable,
}
