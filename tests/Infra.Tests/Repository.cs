namespace Newswire.Infra.Tests;

/// <summary>The files of the repository the tests were built in.</summary>
internal static class Repository
{
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    public static string Path(string path) => System.IO.Path.Combine(Root, path);

    public static string Read(string path) => File.ReadAllText(Path(path));

    private static string Find(string folder) =>
        File.Exists(System.IO.Path.Combine(folder, "Functions.sln")) ? folder : Find(System.IO.Path.GetDirectoryName(folder)!);
}
