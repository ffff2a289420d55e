using System.Runtime.CompilerServices;
using Newswire.Outbound;

namespace Newswire.Importing.Feeds;

/// <summary>
/// A feed at an address, with all its older entries: the documents are followed by <c>prev-archive</c>, or <c>next</c> where there is no archive
/// (RFC 5005). An entry that several documents carry is taken once, from the newest of them.
/// </summary>
internal sealed class FeedAddress(Uri address, ImportOptions options, TimeProvider time, NameResolver? resolve = null) : IImportSource
{
    /// <inheritdoc/>
    public async IAsyncEnumerable<ImportedItem> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var client = new FeedClient(options, time, resolve);
        HashSet<string> documents = new(StringComparer.Ordinal);
        HashSet<string> taken = new(StringComparer.Ordinal);
        for (var next = address; next is not null;)
        {
            var name = next.GetLeftPart(UriPartial.Query);
            if (!documents.Add(name))
            {
                yield return new ImportedItem.LeftOut(name, "The documents of the feed lead in a circle; it ends here.");
                yield break;
            }

            if (documents.Count > options.MaxDocuments)
            {
                yield return new ImportedItem.LeftOut(name, $"The feed has more than {options.MaxDocuments} documents; what is older is missing.");
                yield break;
            }

            var answer = await client.GetAsync(next, cancellationToken);
            if (answer is not FeedAnswer.Got got)
            {
                yield return new ImportedItem.LeftOut(name, ((FeedAnswer.None)answer).Reason);
                yield break;
            }

            var document = new FeedDocument(name, () => new MemoryStream(got.Content, writable: false), got.Address, got.Charset);
            foreach (var item in document.Read())
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (IdOf(item) is not { } id || taken.Add(id))
                {
                    yield return item;
                }
            }

            next = document.Older;
        }
    }

    private static string? IdOf(ImportedItem item) => item switch
    {
        ImportedItem.Article article => article.Id,
        ImportedItem.Withdrawal withdrawal => withdrawal.Id,
        _ => null,
    };
}
