namespace Newswire.Server.Development;

/// <summary>Where the storage emulator comes from and where it keeps its data.</summary>
internal sealed record AzuriteSettings
{
    /// <summary>The folder with <c>package.json</c>, <c>package-lock.json</c> and <c>run.js</c>.</summary>
    public string PackageFolder { get; init; } = Path.Combine(AppContext.BaseDirectory, "azurite");

    /// <summary>
    /// The folder it is installed to, once for all that use it. Default: <c>.newswire/azurite</c> beside
    /// <c>Functions.sln</c>, and outside a checkout a folder of the user's.
    /// </summary>
    public string InstallFolder { get; init; } = DefaultFolder("azurite");

    /// <summary>The folder of the data, for one emulator at a time; null keeps everything in memory.</summary>
    public string? DataFolder { get; init; }

    /// <summary>
    /// Port of the blob service; 0 takes a free one, and so does any port that is taken. Azurite's own is 10000.
    /// </summary>
    public int BlobPort { get; init; }

    /// <summary>Port of the queue service, like <see cref="BlobPort"/>. Azurite's own is 10001.</summary>
    public int QueuePort { get; init; }

    /// <summary>How long the emulator may take to answer once it is installed; default 60 seconds.</summary>
    public TimeSpan StartTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>A folder for files that can be made again: <c>.newswire/{name}</c> of the checkout, or the user's.</summary>
    public static string DefaultFolder(string name)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Functions.sln")))
            {
                return Path.Combine(folder.FullName, ".newswire", name);
            }
        }

        return Path.Combine(
            Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.Create),
            "newswire",
            name);
    }
}
