namespace Newswire.Http.Serving.Deltas;

/// <summary>The versions of a document that readers who ask for deltas have been given, the newest first.</summary>
internal sealed class DocumentVersions
{
    /// <summary>How many are remembered: a reader that was away for longer gets the whole document.</summary>
    public const int Most = 16;

    private readonly Lock gate = new();
    private EntrySet[] newestFirst = [];

    /// <summary>The versions there are now.</summary>
    public IReadOnlyList<EntrySet> NewestFirst => Volatile.Read(ref newestFirst);

    /// <summary>Remembers a version, unless it is remembered.</summary>
    public void Add(string version, Func<EntrySet> entries)
    {
        lock (gate)
        {
            if (!Array.Exists(newestFirst, known => known.Version == version))
            {
                newestFirst = [entries(), .. newestFirst.Take(Most - 1)];
            }
        }
    }
}
