namespace Newswire.Importing;

/// <summary>What a source does not say itself.</summary>
public sealed class ImportOptions
{
    /// <summary>
    /// The address of the site the articles come from, absolute. A Ghost export needs it, since it has no addresses; in a folder
    /// of pages it stands for the folder, for pages that do not name their own address. Default: none.
    /// </summary>
    public Uri? Site { get; init; }

    /// <summary>The types of posts that are articles in a WordPress export. Default <c>post</c>.</summary>
    public IReadOnlyList<string> PostTypes { get; init => field = value ?? ["post"]; } = ["post"];

    /// <summary>Whether feeds may be fetched from this machine, for development and tests. Default false.</summary>
    public bool AllowLoopback { get; init; }

    /// <summary>The longest that fetching one document of a feed may take. Default 60 seconds.</summary>
    public TimeSpan MaxFetchTime { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Bytes of one document of a feed, unpacked. Default 64 MiB.</summary>
    public int MaxFetchBytes { get; init; } = 64 * 1024 * 1024;

    /// <summary>How often one document of a feed is asked for until its server answers. Default 5.</summary>
    public int MaxFetchTries { get; init; } = 5;

    /// <summary>
    /// The longest wait that a server may ask for with <c>Retry-After</c>; who wants more ends the import there. Default 10 minutes.
    /// </summary>
    public TimeSpan MaxRetryAfter { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Documents of one feed that are followed. Default 100,000.</summary>
    public int MaxDocuments { get; init; } = 100_000;
}
