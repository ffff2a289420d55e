using System.Text.Json;
using Newswire.Articles.Html;

namespace Newswire.Articles.PageImport;

/// <summary>
/// Reads schema.org's ImageObject, which pages write in their article or, for Google's "licensable" badge, beside it.
/// </summary>
internal static class JsonLdImages
{
    private static readonly string[] Creditors = ["creator", "author", "copyrightHolder"];

    /// <summary>The picture; null if it has no address.</summary>
    public static Picture? Read(JsonLdGraph graph, JsonElement image, Uri? baseUrl)
    {
        var url = JsonLdGraph.AsText(image) ?? graph.Text(image, "url", "@id") ?? graph.Text(image, "contentUrl");
        if (WebAddress.Resolve(url, baseUrl) is not { } address)
        {
            return null;
        }

        IEnumerable<string> credits = graph.Text(image, "creditText") is { } line
            ? Credits.Split(PlainText.From(line))
            : PageValues.Distinct(Creditors
                .SelectMany(property => graph.Values(image, property))
                .SelectMany(value => Credits.Split(PlainText.From(JsonLdGraph.AsText(value) ?? graph.Text(value, "name") ?? ""))));
        return new Picture
        {
            Url = address,
            Width = ImageSource.Pixels(graph.Text(image, "width", "value")),
            Height = ImageSource.Pixels(graph.Text(image, "height", "value")),
            Caption = PlainText.OrNull(graph.Text(image, "caption") ?? graph.Text(image, "description")),
            Credits = [.. credits],
            Rights = Rights(graph, image, baseUrl),
        };
    }

    /// <summary>The pictures of which the page tells rights, each once.</summary>
    public static IReadOnlyList<Picture> WithRights(JsonLdGraph graph, Uri? baseUrl) =>
    [
        .. graph.Images.Select(image => Read(graph, image, baseUrl)).OfType<Picture>()
            .Where(picture => picture.Rights is not null)
            .DistinctBy(picture => picture.Url, StringComparer.Ordinal),
    ];

    private static PictureRights? Rights(JsonLdGraph graph, JsonElement image, Uri? baseUrl)
    {
        var license = PlainText.OrNull(graph.Text(image, "license", "@id", "url"));
        var licenseUrl = Address(license, baseUrl);
        var rights = new PictureRights
        {
            CopyrightNotice = PlainText.OrNull(graph.Text(image, "copyrightNotice")),
            Licensor = Address(graph.Text(image, "acquireLicensePage", "@id", "url"), baseUrl) is { } page ? new Licensor(Url: page) : null,
            License = licenseUrl,

            // Many write the licence's name where its address belongs.
            UsageTerms = licenseUrl is null ? license : null,
        };
        return rights == new PictureRights() ? null : rights;
    }

    // Words resolve to an address as well, below that of the page.
    private static string? Address(string? text, Uri? baseUrl) =>
        WebAddress.Resolve(text, text?.Trim().StartsWith('/') == true ? baseUrl : null);
}
