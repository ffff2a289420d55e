using Newswire.Storage;

namespace Newswire.WebSub.Distributing;

/// <summary>
/// The documents that are being delivered by this process, each read once for all who deliver it at the same time: a
/// change goes to the sixteen buckets of its topic at once.
/// </summary>
public sealed class TopicDocuments(IObjectStore store, TimeProvider time)
{
    private readonly Lock gate = new();
    private readonly Dictionary<Topic, (TopicDocument Document, int Users)> inUse = [];

    /// <summary>The document of a topic, to be given back (<see cref="Return"/>): nobody keeps it when nobody delivers it.</summary>
    internal TopicDocument Borrow(Topic topic)
    {
        lock (gate)
        {
            var (document, users) = inUse.TryGetValue(topic, out var known) ? known : (new TopicDocument(store, topic, time), 0);
            inUse[topic] = (document, users + 1);
            return document;
        }
    }

    /// <summary>Gives a document back.</summary>
    internal void Return(Topic topic)
    {
        lock (gate)
        {
            var (document, users) = inUse[topic];
            if (users > 1)
            {
                inUse[topic] = (document, users - 1);
                return;
            }

            inUse.Remove(topic);
            document.Dispose();
        }
    }
}
