using Newswire.Importing.Feeds;
using Newswire.Importing.Ghost;
using Newswire.Importing.Ndjson;
using Newswire.Importing.Pages;
using Newswire.Importing.WordPress;
using Newswire.Outbound;

namespace Newswire.Importing;

/// <summary>Opens what articles can be imported from.</summary>
public static class ImportSources
{
    /// <summary>
    /// Opens a file, a folder, a compressed file (<c>.gz</c>, <c>.zip</c>) or the address of a feed. Nothing is fetched and little is read
    /// before the source is.
    /// </summary>
    /// <param name="source">A path, or an http or https address.</param>
    /// <param name="kind">What it is; null to see it from how it begins.</param>
    /// <param name="options">What the source does not say itself.</param>
    /// <param name="time">The clock that waits are measured by.</param>
    /// <param name="resolve">Finds the addresses of a feed's host. Default: the resolver of the system.</param>
    public static ImportOpening Open(
        string source, ImportKind? kind, ImportOptions options, TimeProvider time, NameResolver? resolve = null)
    {
        if (Uri.TryCreate(source, UriKind.Absolute, out var address) && address.Scheme is "http" or "https")
        {
            return kind is not (null or ImportKind.Feed) ? new ImportOpening.Refused("Only feeds are fetched from an address; save anything else as a file first.")
                : PublicHttp.IsNeverPublic(address, options.AllowLoopback) ? new ImportOpening.Refused("The host is not on the public internet.")
                : new ImportOpening.Opened(ImportKind.Feed, new FeedAddress(address, options, time, resolve));
        }

        var files = ImportFiles.At(source);
        if (files.Count == 0)
        {
            return new ImportOpening.Refused($"There is no file at '{source}'.");
        }

        return (kind ?? ImportFormat.Of(files)) is { } known
            ? Open(known, files, options)
            : new ImportOpening.Refused($"'{source}' is neither a feed, an export of WordPress or Ghost, HTML pages nor lines of JSON.");
    }

    private static ImportOpening Open(ImportKind kind, IReadOnlyList<ImportFile> files, ImportOptions options) => kind switch
    {
        ImportKind.Feed => new ImportOpening.Opened(kind, new FeedFiles(files)),
        ImportKind.WordPress => new ImportOpening.Opened(kind, new WordPressExport(files, options.PostTypes)),
        ImportKind.Ghost when options.Site is not { } => new ImportOpening.Refused("An export of Ghost does not say where the site is: name its address."),
        ImportKind.Ghost => new ImportOpening.Opened(kind, new GhostExport(files, options.Site)),
        ImportKind.Pages => new ImportOpening.Opened(kind, new PageFolder(files, options.Site)),
        ImportKind.Ndjson => new ImportOpening.Opened(kind, new NdjsonFiles(files)),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "A kind nobody knows."),
    };
}
