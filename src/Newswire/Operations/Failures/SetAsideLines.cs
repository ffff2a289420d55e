using Newswire.Catalog;
using Newswire.Storage;

namespace Newswire.Operations.Failures;

/// <summary>
/// The catalog's lines that were set aside. Why is found by reading them again, as a pass would: so it is this version's
/// reason, and a line that an update has learned to read says so.
/// </summary>
public sealed class SetAsideLines(IObjectStore store)
{
    /// <summary>The most lines that are shown.</summary>
    public const int MaxShown = 100;

    /// <summary>The first lines, the oldest first, and whether there are more.</summary>
    /// <exception cref="StorageAwayException">Storage did not answer.</exception>
    public async Task<(IReadOnlyList<SetAsideLine> Lines, bool HasMore)> ReadAsync(CancellationToken cancellationToken)
    {
        var names = await store.ListAsync(Containers.CatalogRejected, "", cancellationToken).Take(MaxShown + 1).ToListAsync(cancellationToken);
        List<SetAsideLine> lines = [];
        foreach (var name in names.Take(MaxShown))
        {
            if (await store.ReadAsync(new ObjectPath(Containers.CatalogRejected, name), cancellationToken) is { } line)
            {
                ChangeLine.Read(line.Content.Span, out var fault);
                lines.Add(new SetAsideLine(name, line.Content.Length, fault));
            }
        }

        return (lines, names.Count > MaxShown);
    }
}
