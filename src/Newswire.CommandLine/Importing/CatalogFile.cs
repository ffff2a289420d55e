using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using Newswire.Importing;

namespace Newswire.CommandLine.Importing;

/// <summary>
/// What <c>newswire export</c> wrote, to be taken back with versions, dates and moments of receipt. Its lines go as they are to
/// <c>POST /api/catalog</c>.
/// </summary>
internal sealed class CatalogFile(FileInfo file) : IImportSource
{
    /// <summary>Whether a file is one: its first line begins like every change.</summary>
    public static bool IsOne(string path)
    {
        if (!File.Exists(path))
        {
            return false;
        }

        using var start = File.OpenRead(path);
        Span<byte> first = stackalloc byte[10];
        return start.ReadAtLeast(first, first.Length, throwOnEndOfStream: false) == first.Length && first.SequenceEqual("{\"change\":"u8);
    }

    public async IAsyncEnumerable<ImportedItem> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var reader = file.OpenText();
        for (var number = 1; await reader.ReadLineAsync(cancellationToken) is { } line; number++)
        {
            if (!string.IsNullOrWhiteSpace(line))
            {
                var bytes = Encoding.UTF8.GetBytes(line);
                yield return new ImportedItem.Article(FormattableString.Invariant($"{file.Name}:{number}"), IdIn(bytes), bytes);
            }
        }
    }

    /// <summary>The article a change is of; a name for the feed where it is none of an article.</summary>
    private static string IdIn(ReadOnlySpan<byte> line)
    {
        var reader = new Utf8JsonReader(line);
        try
        {
            reader.Read();
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var isId = reader.ValueTextEquals("articleId"u8);
                reader.Read();
                if (isId && reader.TokenType == JsonTokenType.String)
                {
                    return reader.GetString()!;
                }

                reader.Skip();
            }
        }
        catch (JsonException)
        {
            // Whoever takes the line says what is wrong with it.
        }

        return "feed";
    }
}
