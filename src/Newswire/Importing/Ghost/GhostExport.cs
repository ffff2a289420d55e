using System.Text.Json;
using Newswire.Articles;
using Newswire.Articles.Html;
using Newswire.Importing.Json;

namespace Newswire.Importing.Ghost;

/// <summary>
/// An export of Ghost (version 2 to 6). It is read twice, since the tables that posts refer to stand behind them.
/// </summary>
/// <param name="files">The export; several are taken one after the other.</param>
/// <param name="site">Where the site is, of which the export does not say the address.</param>
internal sealed class GhostExport(IReadOnlyList<ImportFile> files, Uri site) : IImportSource
{
    /// <summary>What stands for the address of the site in an export.</summary>
    private const string SiteMark = "__GHOST_URL__";

    private readonly string siteAddress = site.GetLeftPart(UriPartial.Path).TrimEnd('/');

    /// <inheritdoc/>
    public IAsyncEnumerable<ImportedItem> ReadAsync(CancellationToken cancellationToken) =>
        Read(cancellationToken).ToAsyncEnumerable();

    private IEnumerable<ImportedItem> Read(CancellationToken cancellationToken)
    {
        foreach (var file in files)
        {
            var library = new GhostLibrary();
            foreach (var row in JsonTables.Read(file.Open, GhostLibrary.Wants).OfType<JsonRow.Read>())
            {
                cancellationToken.ThrowIfCancellationRequested();
                library.Read(row);
            }

            foreach (var row in JsonTables.Read(file.Open, table => table == "posts"))
            {
                cancellationToken.ThrowIfCancellationRequested();
                yield return row switch
                {
                    JsonRow.Read read => GhostArticle.Of(
                        PostOf(read.Value, library), $"{file.Name}, posts/{read.Index}, {LenientJson.Text(read.Value, "slug")}"),
                    JsonRow.PassedOver passed => new ImportedItem.LeftOut(
                        $"{file.Name}, posts/{passed.Index}", $"It has more than {JsonTables.MaxRowBytes} bytes."),
                    JsonRow.Broken broken => new ImportedItem.LeftOut(
                        $"{file.Name}, byte {broken.Offset}", "The file is no JSON from here on, or ends too early; everything behind is missing."),
                    _ => throw new InvalidOperationException($"A row nobody knows: {row.GetType()}."),
                };
            }
        }
    }

    private GhostPost PostOf(JsonElement row, GhostLibrary library)
    {
        var id = LenientJson.Text(row, "id") ?? "";
        var (caption, alt) = library.PictureOf(id);
        return new GhostPost
        {
            Id = id,
            Type = LenientJson.Text(row, "type"),
            Status = LenientJson.Text(row, "status"),
            Visibility = LenientJson.Text(row, "visibility"),
            Title = LenientJson.Text(row, "title"),
            Url = LenientJson.Text(row, "slug") is { } slug ? $"{siteAddress}/{Uri.EscapeDataString(slug)}/" : null,
            Html = AtSite(LenientJson.Text(row, "html")),
            Lexical = AtSite(LenientJson.Text(row, "lexical")),
            Excerpt = LenientJson.Text(row, "custom_excerpt"),
            Published = SourceDate.Read(LenientJson.Text(row, "published_at")),
            Updated = SourceDate.Read(LenientJson.Text(row, "updated_at")),
            Language = Feeds.FeedContext.LanguageOf(LenientJson.Text(row, "locale")) ?? library.Language,
            Featured = WebAddress.Resolve(AtSite(LenientJson.Text(row, "feature_image")), site) is { } url
                ? PrintedCaption.Under(new Picture { Url = url, Alt = alt }, caption)
                : null,
            Authors = library.AuthorsOf(id),
            Tags = library.TagsOf(id),
        };
    }

    private string? AtSite(string? text) => text?.Replace(SiteMark, siteAddress, StringComparison.Ordinal);
}
