using Newswire.Catalog;

namespace Newswire.Projection;

/// <summary>
/// Definitions of feeds and contracts hold for a whole pass, from its beginning. So a pass reads up to the next one: what
/// came before it is projected by what held then, and nobody who had something by an earlier one is forgotten.
/// </summary>
internal static class Settings
{
    /// <summary>
    /// The part of what was read that one pass can take. In a rebuild nothing at all, where the next setting is there
    /// already and the walks of those before it are not at their end: live they had mostly come to it.
    /// </summary>
    public static CatalogRead Cut(CatalogRead read, Cursor begin)
    {
        HashSet<string> spoken = new(StringComparer.Ordinal);
        var hasArticles = false;
        var waits = !begin.HasCaughtUp && begin.IsWalking;
        return read.UpTo(change =>
        {
            if (NameOf(change.Change) is not { } name)
            {
                hasArticles = true;
                return false;
            }

            return waits || hasArticles || !spoken.Add(name);
        });
    }

    private static string? NameOf(Change change) => change switch
    {
        Change.DefineFeed feed => "feed " + feed.Feed.Name,
        Change.DefineContract contract => "contract " + contract.Partner,
        _ => null,
    };
}
