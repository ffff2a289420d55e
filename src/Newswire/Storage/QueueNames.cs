namespace Newswire.Storage;

/// <summary>The queues; both hosts listen to them under these names. A failed message ends in <c>{queue}-poison</c>.</summary>
public static class QueueNames
{
    /// <summary>"The catalog has grown": wakes the projection. The message is a position, for the log only.</summary>
    public const string CatalogChanged = "catalog-changed";
}
