using System.Text.Json;
using Newswire.Articles;
using Newswire.Feeds;

namespace Newswire.Catalog;

/// <summary>
/// Reads a line of the catalog. Beside its form, what later steps rely on is checked here once, so that a line
/// that other software wrote, or a disk bent, cannot break a document.
/// </summary>
internal static class ChangeLine
{
    public static Change? Read(ReadOnlySpan<byte> line, out string? fault)
    {
        try
        {
            var change = JsonSerializer.Deserialize(line, CatalogJson.Line.Change);
            fault = change switch
            {
                null => "The line is null.",
                Change.OfArticle article when !ArticleId.IsValid(article.ArticleId) => "The article id is not valid.",
                Change.Publish publish when !publish.Article.IsPrintable() => "The article holds text that no document can carry.",
                Change.DefineFeed feed when !feed.Feed.IsSound() => "The feed has no valid name, or text that no document can carry.",
                Change.DefineContract contract when Slug.From(contract.Partner) != contract.Partner || !contract.Feeds.All(FeedName.IsValid) =>
                    "The contract has no valid name of a partner, or of a feed.",
                _ => null,
            };
            return fault is null ? change : null;
        }
        catch (JsonException exception)
        {
            fault = $"Not a change: byte {exception.BytePositionInLine}, {exception.Path}.";
            return null;
        }
        catch (NotSupportedException)
        {
            fault = "Not a kind of change that this version knows.";
            return null;
        }
    }
}
