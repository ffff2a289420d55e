namespace Newswire.Partners;

/// <summary>What a record has changed.</summary>
public enum PartnerChange
{
    /// <summary>The partner is new.</summary>
    Created,

    /// <summary>The partner was there, and is what the record says from now on.</summary>
    Replaced,

    /// <summary>The partner was so already.</summary>
    Unchanged,
}
