using Newswire.Storage;

namespace Newswire.Erasure;

/// <summary>Where erasures are kept.</summary>
public static class ErasurePaths
{
    private const string PendingFolder = "pending/";
    private const string Extension = ".json";

    /// <summary>What is to be done for an article.</summary>
    public static ObjectPath Pending(string articleId) => new(Containers.Erasures, PendingFolder + articleId + Extension);

    /// <summary>What was done for an article.</summary>
    public static ObjectPath Done(string articleId) => new(Containers.Erasures, "done/" + articleId + Extension);

    /// <summary>The articles for which something is to be done.</summary>
    internal static async Task<IReadOnlyList<string>> PendingArticlesAsync(
        IObjectStore store, CancellationToken cancellationToken)
    {
        List<string> articles = [];
        await foreach (var name in store.ListAsync(Containers.Erasures, PendingFolder, cancellationToken))
        {
            articles.Add(name[PendingFolder.Length..^Extension.Length]);
        }

        return articles;
    }
}
