using Newswire.Storage;

namespace Newswire.Projection;

/// <summary>Somebody in this process who wants to know at once which public documents have changed.</summary>
public interface IDocumentListener
{
    /// <summary>These documents were written. Called in the middle of a pass; must not throw or take long.</summary>
    void Written(IReadOnlyList<ObjectPath> documents);
}
