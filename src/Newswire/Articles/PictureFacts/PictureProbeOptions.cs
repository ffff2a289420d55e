namespace Newswire.Articles.PictureFacts;

/// <summary>How pictures are asked for what the CMS did not say of them; configuration section <c>Pictures</c>.</summary>
public sealed record PictureProbeOptions
{
    /// <summary>The configuration section these options are bound to.</summary>
    public const string Section = "Pictures";

    /// <summary>
    /// Whether pictures are asked for at all. Default true. When false no request leaves; facts that an article's view
    /// already has are kept.
    /// </summary>
    public bool Probe { get; init; } = true;

    /// <summary>The longest that one picture may take, redirects included. Default 5 seconds.</summary>
    public TimeSpan MaxTime { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// The longest that the pictures of one request to Newswire may take, be it one article or a batch. Default 20
    /// seconds. What has not been found by then stays unknown. Should be well below the 230 seconds after which Azure
    /// ends a request.
    /// </summary>
    public TimeSpan MaxRequestTime { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>The most pictures asked for by one version of an article, the featured one first. Default 50.</summary>
    public int MaxPicturesPerArticle { get; init; } = 50;

    /// <summary>
    /// How many pictures this process asks for at once. Default 16. Each takes <see cref="MaxStartBytes"/> of memory.
    /// </summary>
    public int MaxParallel { get; init; } = 16;

    /// <summary>Redirects followed for one picture. Default 3.</summary>
    public int MaxRedirects { get; init; } = 3;

    /// <summary>
    /// Bytes read of the beginning of a file, where its size in pixels stands. Default 256 KiB: cameras and editors put
    /// some 100 KB in front of it. A file that fits is read whole, so that its length is counted and not believed.
    /// </summary>
    public int MaxStartBytes { get; init; } = 256 * 1024;

    /// <summary>
    /// Bytes read to count the length of a file whose host does not say it. Default 16 MiB; the length of a larger one
    /// stays unknown.
    /// </summary>
    public long MaxCountedBytes { get; init; } = 16 * 1024 * 1024;

    /// <summary>
    /// How many answers a process remembers. Default 10,000, some 5 MB; when there are more, it forgets them all.
    /// </summary>
    public int MaxRemembered { get; init; } = 10_000;

    /// <summary>
    /// Whether pictures may lie on this machine, for development and tests. Default false. True lets whoever has a
    /// publisher key find out what listens here.
    /// </summary>
    public bool AllowLoopback { get; init; }
}
