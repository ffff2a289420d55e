using System.Text;
using System.Text.RegularExpressions;
using Newswire.Importing.Pages;
using Newswire.Importing.WordPress;

namespace Newswire.Importing;

/// <summary>Tells what files are by how they begin.</summary>
internal static partial class ImportFormat
{
    private const int StartBytes = 16 * 1024;

    /// <summary>What the files are; null when they are nothing that can be imported.</summary>
    public static ImportKind? Of(IReadOnlyList<ImportFile> files)
    {
        // A folder of pages has much else in it.
        if (files.Count > 1 && files.Any(file => PageFolder.IsPage(file.Name)))
        {
            return ImportKind.Pages;
        }

        return files.Take(20).Select(Of).FirstOrDefault(kind => kind is not null);
    }

    private static ImportKind? Of(ImportFile file)
    {
        var start = Start(file);
        return Wxr.IsNamedIn(start) ? ImportKind.WordPress
            : FeedRoot().IsMatch(start) ? ImportKind.Feed
            : PageRoot().IsMatch(start) || PageFolder.IsPage(file.Name) ? ImportKind.Pages
            : GhostRoot().IsMatch(start) ? ImportKind.Ghost
            : start.TrimStart('\uFEFF', ' ', '\r', '\n', '\t').StartsWith('{') ? ImportKind.Ndjson
            : null;
    }

    private static string Start(ImportFile file)
    {
        try
        {
            using var content = file.Open();
            var start = new byte[StartBytes];
            var bytes = start.AsSpan(0, content.ReadAtLeast(start, StartBytes, throwOnEndOfStream: false));

            // Of two bytes a character the names that matter have one that is zero.
            return (bytes.Contains((byte)0) ? Encoding.Latin1.GetString(bytes).Replace("\0", "", StringComparison.Ordinal) : Encoding.UTF8.GetString(bytes));
        }
        catch (InvalidDataException)
        {
            return "";
        }
    }

    [GeneratedRegex(@"<(rss|feed|rdf:RDF)[\s>]", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex FeedRoot();

    [GeneratedRegex(@"^\s*(<!--.{0,2000}-->\s*)?(<!doctype html|<html)\b", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.Singleline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PageRoot();

    [GeneratedRegex(@"^\uFEFF?\s*\{\s*""(db""\s*:\s*\[|meta""\s*:\s*\{|data""\s*:\s*\{)", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex GhostRoot();
}
