using System.Diagnostics;
using Newswire.Projection;
using Newswire.Storage;

namespace Newswire.Benchmarks.Walk;

/// <summary>A walk from a subscription document through every archive document behind it.</summary>
/// <param name="Documents">How many documents there were.</param>
/// <param name="Bytes">Their length together.</param>
/// <param name="Ids">The entries met, in the order in which they were met.</param>
/// <param name="Time">How long it took, parsing included.</param>
internal sealed record ArchiveWalk(int Documents, long Bytes, IReadOnlyList<string> Ids, TimeSpan Time)
{
    /// <exception cref="InvalidOperationException">A link leads nowhere, or in a circle.</exception>
    public static async Task<ArchiveWalk> TakeAsync(IObjectStore store, string feed, string extension)
    {
        var start = Stopwatch.GetTimestamp();
        List<string> ids = [];
        HashSet<ObjectPath> met = [];
        var bytes = 0L;
        for (ObjectPath? at = ObjectPaths.Document(feed, extension); at is { } path;)
        {
            var stored = await store.ReadAsync(path, CancellationToken.None);
            if (stored is null || !met.Add(path))
            {
                throw new InvalidOperationException($"The walk comes to {path}, which is {(stored is null ? "not there" : "behind it")}.");
            }

            var document = WalkedDocument.Read(stored, extension);
            ids.AddRange(document.Ids);
            bytes += stored.Content.Length;
            at = document.Previous is { } previous
                ? new ObjectPath(Containers.Public, previous.AbsolutePath.TrimStart('/'))
                : null;
        }

        return new ArchiveWalk(met.Count, bytes, ids, Stopwatch.GetElapsedTime(start));
    }
}
