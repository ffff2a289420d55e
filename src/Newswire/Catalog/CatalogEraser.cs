using System.Text;

namespace Newswire.Catalog;

/// <summary>
/// Takes an article's content out of the catalog: each of its <see cref="Change.Publish"/> lines becomes an
/// <see cref="Change.Erased"/> of the same length, so that no position moves. Never holds more than a line and a read.
/// </summary>
/// <remarks>Doing it again, after a crash or in two processes at once, comes to the same.</remarks>
public sealed class CatalogEraser(ICatalogPages pages, CatalogOptions options)
{
    private readonly CatalogReader scan = new(pages, options);

    // Most lines are some kilobytes long, and here each is a read of its own.
    private readonly CatalogReader lines = new(pages, options with { ReadBytes = Math.Min(options.ReadBytes, 64 * 1024) });

    /// <summary>Erases the article's versions received up to a moment, and reads the lines again to see that it is so.</summary>
    /// <param name="articleId">The article.</param>
    /// <param name="through">What was received later stays: the newsroom has published the article anew.</param>
    /// <param name="starts">Where its lines begin. A place where no such line begins is passed over.</param>
    /// <param name="cancellationToken">Cancels between two pages.</param>
    /// <returns>Every one of these lines that holds no content now, whoever erased it, in the order of the catalog.</returns>
    /// <exception cref="InvalidOperationException">A line still holds content after all, or is too short to be one.</exception>
    public async Task<IReadOnlyList<ErasedPlace>> EraseAsync(
        string articleId, DateTimeOffset through, IEnumerable<Position> starts, CancellationToken cancellationToken)
    {
        List<Position> places = [.. starts.Distinct().Order()];
        foreach (var page in places.GroupBy(start => start.Page))
        {
            List<PagePatch> patches = [];
            foreach (var start in page)
            {
                patches.AddRange(Blank(await ReadLineAsync(start, cancellationToken)));
            }

            await pages.OverwriteAsync(page.Key, patches, cancellationToken);
        }

        List<ErasedPlace> erased = [];
        foreach (var start in places)
        {
            var line = await ReadLineAsync(start, cancellationToken);
            if (line is not null && HoldsContent(line.Change, articleId, through))
            {
                throw new InvalidOperationException($"The catalog line at {start} still holds what was to be erased.");
            }

            if (line?.Change is Change.Erased place && place.ArticleId == articleId)
            {
                erased.Add(new ErasedPlace(start, LengthBytes(line)));
            }
        }

        return erased;

        IReadOnlyList<PagePatch> Blank(RecordedChange? line) => line?.Change switch
        {
            Change.Publish publish when HoldsContent(publish, articleId, through) =>
                BlankLine.Patches(BlankLine.Of(publish), line.Start.Offset, LengthBytes(line))
                ?? throw new InvalidOperationException($"The catalog line at {line.Start} is shorter than an article can be."),

            // Nothing changes, but a replacement that died after its first steps is brought to its end.
            Change.Erased before when before.ArticleId == articleId =>
                BlankLine.Patches(before, line.Start.Offset, LengthBytes(line)) ?? [],
            _ => [],
        };
    }

    /// <summary>
    /// Reads the whole catalog and says where content of the article, received up to a moment, still is. Lines that are
    /// no change count when they name the article: nobody can say what is in them.
    /// </summary>
    /// <returns>Where those lines begin; empty when the content is gone.</returns>
    public async Task<IReadOnlyList<Position>> FindAsync(
        string articleId, DateTimeOffset through, CancellationToken cancellationToken)
    {
        var name = Encoding.UTF8.GetBytes($"\"{articleId}\"");
        List<Position> found = [];
        var position = Position.Start;
        while (await scan.ReadAsync(position, int.MaxValue, options.ReadBytes, cancellationToken) is var read
            && read.Next != position)
        {
            found.AddRange(read.Changes
                .Where(line => HoldsContent(line.Change, articleId, through))
                .Select(line => line.Start));
            found.AddRange(read.Unreadable
                .Where(line => line.Bytes.Span.IndexOf(name) >= 0)
                .Select(line => line.Position));
            position = read.Next;
        }

        found.Sort();
        return found;
    }

    private static bool HoldsContent(Change change, string articleId, DateTimeOffset through) =>
        change is Change.Publish publish && publish.ArticleId == articleId && publish.Received <= through;

    private static long LengthBytes(RecordedChange line) => line.Position.Offset - line.Start.Offset - 1;

    /// <summary>
    /// The change whose line begins there; null when none does. In the middle of a line none can: what is inside is
    /// either quoted or followed by more than the end of the line.
    /// </summary>
    private async Task<RecordedChange?> ReadLineAsync(Position start, CancellationToken cancellationToken)
    {
        var read = await lines.ReadAsync(start, maxLines: 1, maxBytes: 1, cancellationToken);
        return read.Changes.FirstOrDefault(line => line.Start == start);
    }
}
