using System.Buffers;
using System.Text.Json;

namespace Newswire.Catalog.Export;

/// <summary>
/// The catalog as it leaves the house: every change of every article and feed, as it was recorded. Taken back by
/// <see cref="ExportedLine"/> somewhere else it makes the same documents, byte for byte, because documents follow from the
/// set of changes alone.
/// </summary>
public sealed class CatalogExport(CatalogReader catalog)
{
    /// <summary>Changes in one part, at most; the first limit reached ends it.</summary>
    public const int MaxLines = 2_000;

    /// <summary>Bytes of the catalog behind one part: 8 MiB, or one change.</summary>
    public const long MaxBytes = 8 * 1024 * 1024;

    /// <summary>
    /// The part behind a position. Contracts of partners are left out: they follow the partners' records, which have keys
    /// and do not move.
    /// </summary>
    public async Task<ExportedPart> ReadAsync(Position after, CancellationToken cancellationToken)
    {
        var read = await catalog.ReadAsync(after, MaxLines, MaxBytes, cancellationToken);
        var lines = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(lines, new JsonWriterOptions { Encoder = CatalogJson.Line.Options.Encoder });
        foreach (var change in read.Changes.Select(recorded => recorded.Change).Where(change => change is not Change.DefineContract))
        {
            JsonSerializer.Serialize(writer, change, CatalogJson.Line.Change);
            writer.Flush();
            lines.Write("\n"u8);
            writer.Reset();
        }

        return new ExportedPart(lines.WrittenMemory, read.Next, read.IsAtEnd);
    }
}
