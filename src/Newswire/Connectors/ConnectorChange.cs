namespace Newswire.Connectors;

/// <summary>What came of setting a connector.</summary>
public enum ConnectorChange
{
    /// <summary>There was none of the name.</summary>
    Created,

    /// <summary>It was there.</summary>
    Changed,

    /// <summary>There are as many as there may be.</summary>
    TooMany,
}
