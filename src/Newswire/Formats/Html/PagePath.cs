namespace Newswire.Formats.Html;

/// <summary>
/// Where a page stands, and how it links to its neighbours: relatively, so that it works under whatever host and
/// whatever prefix of the path it is reached.
/// </summary>
/// <param name="path">The page's own path below the base URL, percent-encoded: <c>/feeds/latest.html</c>.</param>
internal readonly struct PagePath(string path)
{
    private readonly string toRoot = string.Concat(Enumerable.Repeat("../", path.Count(c => c == '/') - 1));

    /// <summary>The page's own path.</summary>
    public string Value { get; } = path;

    /// <summary>The link from this page to a path of the surface.</summary>
    public string To(string target) => target == "/" && toRoot.Length == 0 ? "./" : toRoot + target[1..];
}
