using System.Text.Json;
using Newswire.Articles;
using Newswire.Articles.Submissions;
using Newswire.Importing.Json;

namespace Newswire.Importing.Ndjson;

/// <summary>Lines as <c>POST /api/articles</c> takes them. They go on as they are; what is wrong inside of them, whoever takes them says.</summary>
internal sealed class NdjsonFiles(IReadOnlyList<ImportFile> files) : IImportSource
{
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 64 };

    /// <inheritdoc/>
    public IAsyncEnumerable<ImportedItem> ReadAsync(CancellationToken cancellationToken) =>
        Read(cancellationToken).ToAsyncEnumerable();

    private IEnumerable<ImportedItem> Read(CancellationToken cancellationToken)
    {
        foreach (var file in files)
        {
            using var content = file.Open();
            using var lines = LineReader.Read(content, SubmissionLimits.MaxArticleBytes).GetEnumerator();
            for (var last = 0; ;)
            {
                cancellationToken.ThrowIfCancellationRequested();
                ImportedItem? item = null;
                try
                {
                    if (!lines.MoveNext())
                    {
                        break;
                    }

                    last = lines.Current.Number;
                }
                catch (InvalidDataException)
                {
                    item = new ImportedItem.LeftOut($"{file.Name}, line {last + 1}", "The compressed file ends or is damaged here; everything behind is missing.");
                }

                if (item is not null)
                {
                    yield return item;
                    break;
                }

                if (Item(lines.Current.Line, $"{file.Name}, line {last}") is { } read)
                {
                    yield return read;
                }
            }
        }
    }

    private static ImportedItem? Item(ReadOnlyMemory<byte>? sent, string place)
    {
        if (sent is not { } whole)
        {
            return new ImportedItem.LeftOut(place, $"The line has more than {SubmissionLimits.MaxArticleBytes} bytes.");
        }

        var line = whole.Span.StartsWith("\uFEFF"u8) ? whole[3..] : whole;
        line = line[..line.Span.TrimEnd(" \t\r"u8).Length];
        if (line.Span.TrimStart(" \t"u8).Length == 0)
        {
            return null;
        }

        try
        {
            using var document = JsonDocument.Parse(line, Strict);
            return Item(document.RootElement, line, place);
        }
        catch (JsonException)
        {
            return new ImportedItem.LeftOut(place, "The line is no JSON.");
        }
    }

    private static ImportedItem Item(JsonElement root, ReadOnlyMemory<byte> line, string place)
    {
        if (LenientJson.Text(root, "id") is not { } id || !ArticleId.IsValid(id))
        {
            return new ImportedItem.LeftOut(place, "The line is no object with an id of an article.");
        }

        return LenientJson.TryMember(root, "withdraw", out var withdraw) && withdraw.ValueKind == JsonValueKind.True
            ? new ImportedItem.Withdrawal(place, id, LenientJson.TryMember(root, "version", out var version) && version.ValueKind == JsonValueKind.Number && version.TryGetInt64(out var number) ? number : null)
            : new ImportedItem.Article(place, id, line);
    }
}
