using System.Globalization;

namespace Newswire.Articles.Html;

/// <summary>Finds the picture an image element means, behind the tricks pages use to load it late.</summary>
internal static class ImageSource
{
    private static readonly string[] LazySources =
        ["data-src", "data-lazy-src", "data-original", "data-orig-file", "data-full-src", "data-hires", "data-url"];

    private static readonly string[] LazySets = ["data-srcset", "data-lazy-srcset"];

    private static readonly string[] PlaceholderNames =
        ["blank.gif", "blank.png", "spacer.gif", "placeholder", "pixel.gif", "1x1.", "transparent.gif", "transparent.png", "grey-placeholder"];

    /// <summary>The picture with what the element itself says of it; null if there is none to show.</summary>
    public static Picture? Read(HtmlElement image, Uri? baseUrl)
    {
        var width = Pixels(image["width"]);
        var height = Pixels(image["height"]);
        if (width is <= 1 || height is <= 1)
        {
            return null;
        }

        var picked = Single(image, baseUrl) is { } url ? (Url: url, Width: null) : Largest(Sets(image), baseUrl);
        var alt = PlainText.OneLine(image["alt"] ?? "");
        return picked is not { } source ? null : new Picture
        {
            Url = source.Url,
            Width = source.Width ?? width,
            Height = source.Width is null || source.Width == width ? height : null,
            Alt = alt.Length == 0 ? null : alt,
        };
    }

    /// <summary>Every address at which the element offers its picture, in whatever size and format.</summary>
    public static IEnumerable<string> Addresses(HtmlElement image, Uri? baseUrl) =>
        LazySources.Select(attribute => image[attribute]).Append(image["src"])
            .Concat(Sets(image).SelectMany(set => Candidates(set ?? "")).Select(candidate => candidate.Url))
            .Select(raw => WebAddress.Resolve(raw, baseUrl))
            .OfType<string>();

    /// <summary>A length in pixels as markup gives it; null if it is none or absurd.</summary>
    public static int? Pixels(string? text)
    {
        var digits = text.AsSpan().Trim();
        digits = digits.EndsWith("px", StringComparison.OrdinalIgnoreCase) ? digits[..^2].TrimEnd() : digits;
        digits = digits.IndexOf('.') is > 0 and var dot && !digits[(dot + 1)..].ContainsAnyExcept('0') ? digits[..dot] : digits;
        return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var pixels) && pixels <= 100_000
            ? pixels
            : null;
    }

    private static string? Single(HtmlElement image, Uri? baseUrl)
    {
        foreach (var attribute in LazySources)
        {
            if (Usable(image[attribute], baseUrl) is { } url)
            {
                return url;
            }
        }

        return Usable(image["src"], baseUrl);
    }

    private static string? Usable(string? raw, Uri? baseUrl) =>
        WebAddress.Resolve(raw, baseUrl) is { } url
        && !Array.Exists(PlaceholderNames, name => url.AsSpan(url.LastIndexOf('/') + 1).Contains(name, StringComparison.OrdinalIgnoreCase))
            ? url
            : null;

    private static IEnumerable<string?> Sets(HtmlElement image)
    {
        yield return image["srcset"];
        foreach (var attribute in LazySets)
        {
            yield return image[attribute];
        }

        if (image.Parent is { Name: "picture" } picture)
        {
            foreach (var source in picture.Children.OfType<HtmlElement>().Where(child => child.Name == "source"))
            {
                yield return source["srcset"];
                yield return source["data-srcset"];
            }
        }
    }

    /// <summary>The widest candidate of the first set that has any (HTML §4.8.4.2.1).</summary>
    private static (string Url, int? Width)? Largest(IEnumerable<string?> sets, Uri? baseUrl)
    {
        foreach (var set in sets)
        {
            (string Url, int? Width)? best = null;
            var bestSize = -1.0;
            foreach (var (raw, descriptor) in Candidates(set ?? ""))
            {
                var size = descriptor.Length > 1
                    && double.TryParse(descriptor.AsSpan(..^1), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
                        ? number
                        : 1;
                if (size > bestSize && Usable(raw, baseUrl) is { } url)
                {
                    bestSize = size;
                    best = (url, descriptor.EndsWith('w') ? Pixels(descriptor[..^1]) : null);
                }
            }

            if (best is not null)
            {
                return best;
            }
        }

        return null;
    }

    private static IEnumerable<(string Url, string Descriptor)> Candidates(string set)
    {
        string[] words = set.Length > 64 * WebAddress.MaxLength ? [] : set.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i < words.Length; i++)
        {
            // A comma may stand inside an address; only one at the end of a word ends the candidate.
            var url = words[i].TrimStart(',');
            var alone = url.EndsWith(',') || i + 1 == words.Length;
            var descriptor = alone ? "" : words[++i].TrimEnd(',');
            if (url.TrimEnd(',') is { Length: > 0 } address)
            {
                yield return (address, descriptor);
            }
        }
    }
}
