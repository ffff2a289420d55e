namespace Newswire.Functions.Tests;

/// <summary>The files of the repository the tests were built in.</summary>
internal static class Repository
{
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    public static string File(string path) => Path.Combine(Root, path);

    private static string Find(string folder) =>
        System.IO.File.Exists(Path.Combine(folder, "Functions.sln")) ? folder : Find(Path.GetDirectoryName(folder)!);
}
