using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Newswire.Articles.Html;

/// <summary>A file as an address names it, so that two addresses of one file can be told from two files.</summary>
/// <remarks>
/// Where it is not clear it is one file: a picture too few is a gap in a partner's page, one too many a breach of
/// contract. Scheme, port, fragment, case, percent-encoding and <c>www</c> never tell files apart; nor does a query behind
/// a path that ends in an image's name, nor the size in such a name (<c>bridge-300x200.jpg</c>). Behind any other path
/// the query does, when both have a parameter with different values that is not about size, format or access.
/// </remarks>
/// <param name="Place">Host and path, decoded, in lower case, up to the image's name if there is one.</param>
/// <param name="Query">The parameters that tell files at the place apart; null if the path names the image.</param>
internal sealed partial record ImageFile(string Place, IReadOnlyDictionary<string, string>? Query)
{
    // A proxy of a proxy is real; deeper ones are somebody playing.
    private const int MaxNesting = 3;

    private static readonly FrozenSet<string> AboutTheForm = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "w", "h", "width", "height", "size", "resize", "fit", "crop", "rect", "dpr", "q", "quality", "auto", "format", "fm",
        "v", "ver", "ts", "s", "sig", "signature", "token", "expires");

    /// <summary>The files the address names: its own first, then those that it asks a proxy or an archive for.</summary>
    /// <param name="address">An address, absolute; one that is not http or https names none.</param>
    public static IEnumerable<ImageFile> NamedBy(string address) => NamedBy(address, MaxNesting);

    /// <summary>Whether both are, or may be, one file.</summary>
    public bool IsSame(ImageFile other) =>
        Place == other.Place && !(Query is not null && other.Query is not null && Contradict(Query, other.Query));

    private static bool Contradict(IReadOnlyDictionary<string, string> one, IReadOnlyDictionary<string, string> other) =>
        one.Any(parameter => other.TryGetValue(parameter.Key, out var value) && value != parameter.Value);

    private static IEnumerable<ImageFile> NamedBy(string address, int nesting)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
        {
            yield break;
        }

        var host = uri.IdnHost.TrimEnd('.').ToLowerInvariant();
        var path = Slashes().Replace(Uri.UnescapeDataString(uri.AbsolutePath), "/").ToLowerInvariant();
        var parameters = Parameters(uri.Query);
        var own = Named(host + path);
        yield return own ?? new ImageFile(WithoutWww(host + path), parameters
            .Where(parameter => !AboutTheForm.Contains(parameter.Key))
            .DistinctBy(parameter => parameter.Key, StringComparer.Ordinal)
            .ToDictionary(StringComparer.Ordinal));

        // /fetch/w_300/https://news.example/bridge.jpg and /news.example/bridge.jpg: from each segment that may be a host.
        for (var at = path.IndexOf('/', 1); at > 0; at = path.IndexOf('/', at + 1))
        {
            var segment = path.LastIndexOf('/', at - 1) + 1;
            if (path.AsSpan(segment, at - segment).Contains('.') && Named(path[segment..]) is { } within)
            {
                yield return within;
            }
        }

        foreach (var (_, value) in nesting > 0 ? parameters : [])
        {
            foreach (var file in AskedFor(value, uri, nesting))
            {
                yield return file;
            }
        }
    }

    // ?url=https%3A%2F%2Fnews.example%2Fbridge.jpg, ?url=%2Fbridge.jpg, ?url=news.example/bridge.jpg
    private static IEnumerable<ImageFile> AskedFor(string value, Uri proxy, int nesting)
    {
        if (value.StartsWith('/') && Uri.TryCreate(new Uri(proxy.GetLeftPart(UriPartial.Authority)), value, out var rooted))
        {
            value = rooted.AbsoluteUri;
        }
        else if (!value.Contains("://", StringComparison.Ordinal))
        {
            value = "http://" + value;
        }

        return NamedBy(value, nesting - 1).Where(file => file.Query is null);
    }

    private static ImageFile? Named(string place)
    {
        var pathAt = place.IndexOf('/', StringComparison.Ordinal);
        return ImageName().Match(place[pathAt..]) is { Success: true } name
            ? new ImageFile(WithoutWww(place[..(pathAt + name.Index)] + name.Groups["extension"].Value), Query: null)
            : null;
    }

    private static string WithoutWww(string place) => place.StartsWith("www.", StringComparison.Ordinal) ? place[4..] : place;

    private static List<KeyValuePair<string, string>> Parameters(string query) =>
    [
        .. query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Select(parameter => parameter.Split('=', 2))
            .Select(parts => KeyValuePair.Create(Decoded(parts[0]), parts.Length > 1 ? Decoded(parts[1]) : "")),
    ];

    private static string Decoded(string part) => Uri.UnescapeDataString(part.Replace('+', ' '));

    [GeneratedRegex("//+", RegexOptions.NonBacktracking)]
    private static partial Regex Slashes();

    // The size is what WordPress, Shopify and others put before the extension; what follows the extension is form as well:
    // bridge.jpg.webp, bridge.jpg:large, bridge.jpg/800x600.
    [GeneratedRegex(
        @"([-_]\d{1,5}x\d{0,5}|-scaled|@\d(\.\d)?x)*(?<extension>\.(jpe?g|jfif|png|apng|gif|webp|avif|hei[cf]|jxl|jp2|svg|bmp|tiff?))([./:;,!@].*)?$",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex ImageName();
}
