using Newswire.Importing;

namespace Newswire.CommandLine.Importing;

/// <summary>A source that can be read.</summary>
/// <param name="Kind">What it is, for people.</param>
/// <param name="Source">What is in it.</param>
/// <param name="IsCatalog">Whether it is an export of Newswire, whose lines keep what they say.</param>
internal sealed record OpenedSource(string Kind, IImportSource Source, bool IsCatalog)
{
    /// <summary>Which door takes it.</summary>
    public string Path => IsCatalog ? "api/catalog" : "api/articles";

    /// <summary>How an item becomes a line.</summary>
    /// <param name="notify">Whether readers are told of articles that say nothing of it.</param>
    public Func<ImportedItem, (string Id, ReadOnlyMemory<byte> Line)?> ToLine(bool notify) => item => item switch
    {
        ImportedItem.Article article => (article.Id, IsCatalog ? article.Json : BatchLine.Of(article, notify)),
        ImportedItem.Withdrawal withdrawal => (withdrawal.Id, BatchLine.Of(withdrawal)),
        _ => null,
    };
}
