using System.Globalization;

namespace Newswire.Benchmarks.Operations;

/// <summary>What a change cost in storage.</summary>
/// <param name="Operations">How many operations of each kind; the kind is the verb and what it is done to.</param>
/// <param name="ReadBytes">Bytes of content read.</param>
/// <param name="WrittenBytes">Bytes of content written.</param>
/// <param name="AllocatedBytes">Bytes of memory asked for meanwhile, storage in memory included.</param>
internal sealed record Cost(
    IReadOnlyDictionary<string, int> Operations, long ReadBytes, long WrittenBytes, long AllocatedBytes)
{
    public int Total => Operations.Values.Sum();

    public static Cost Of(IEnumerable<string> names, long readBytes, long writtenBytes, long allocatedBytes)
    {
        var counts = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var kind in names.Select(Kind))
        {
            counts[kind] = counts.GetValueOrDefault(kind) + 1;
        }

        return new Cost(counts, readBytes, writtenBytes, allocatedBytes);
    }

    public bool HasSameOperationsAs(Cost other) => Operations.SequenceEqual(other.Operations);

    public override string ToString() => string.Join(
        ", ", Operations.Select(pair => string.Create(CultureInfo.InvariantCulture, $"{pair.Value} {pair.Key}")));

    private static string Kind(string name)
    {
        var verb = name.Split(' ')[0];
        var target = name[verb.Length..].TrimStart(' ');
        var what = target switch
        {
            _ when target.StartsWith("articles/", StringComparison.Ordinal) => "view",
            _ when target.StartsWith("projection/schedule/", StringComparison.Ordinal) => "schedule",
            _ when target.StartsWith("tombstones/", StringComparison.Ordinal) => "tombstones",
            _ when target.Contains("/pages/", StringComparison.Ordinal) => "page",
            _ when target.EndsWith("/directory.json", StringComparison.Ordinal) => "directory",
            _ when target.EndsWith("/feeds.json", StringComparison.Ordinal) => "feed list",
            _ when target.EndsWith("/definitions.json", StringComparison.Ordinal) => "definitions",
            _ when target.StartsWith("public/", StringComparison.Ordinal) => "document",
            _ when target.EndsWith("/cursor.json", StringComparison.Ordinal) => "cursor",
            _ when target == "projection" => "lease",
            _ when target == "catalog-changed" => "message",
            _ => "catalog",
        };
        return $"{(verb == "read-page" ? "read" : verb)} {what}";
    }
}
