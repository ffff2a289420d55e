using System.IO.Compression;

namespace Newswire.Importing;

/// <summary>The files of a source on disk: one, those in a folder, or those in a compressed file.</summary>
internal static class ImportFiles
{
    /// <summary>The files in the order of their names, the same each time; empty when there is nothing at the path.</summary>
    public static IReadOnlyList<ImportFile> At(string path)
    {
        if (Directory.Exists(path))
        {
            return [.. Directory
                .EnumerateFiles(path, "*", SearchOption.AllDirectories)
                .Select(file => (File: file, Name: Path.GetRelativePath(path, file).Replace('\\', '/')))
                .Where(file => !file.Name.Split('/').Any(part => part.StartsWith('.')))
                .OrderBy(file => file.Name, StringComparer.Ordinal)
                .SelectMany(file => Unpacked(file.File, file.Name))];
        }

        return File.Exists(path) ? Unpacked(path, Path.GetFileName(path)) : [];
    }

    private static IReadOnlyList<ImportFile> Unpacked(string path, string name)
    {
        using var start = File.OpenRead(path);
        Span<byte> magic = stackalloc byte[4];
        magic = magic[..start.ReadAtLeast(magic, magic.Length, throwOnEndOfStream: false)];
        return magic switch
        {
            [0x1f, 0x8b, ..] => [new ImportFile(name, () => new GZipStream(File.OpenRead(path), CompressionMode.Decompress))],
            [(byte)'P', (byte)'K', 3, 4] => Entries(path, name),
            _ => [new ImportFile(name, () => File.OpenRead(path))],
        };
    }

    private static IReadOnlyList<ImportFile> Entries(string path, string name)
    {
        try
        {
            using var archive = ZipFile.OpenRead(path);
            return [.. archive.Entries
                .Where(entry => !entry.FullName.EndsWith('/') && !entry.FullName.StartsWith("__MACOSX/", StringComparison.Ordinal))
                .Select(entry => entry.FullName)
                .Order(StringComparer.Ordinal)
                .Select(entry => new ImportFile($"{name}/{entry}", () => new ZipEntryStream(path, entry)))];
        }
        catch (InvalidDataException)
        {
            // A file that only begins like an archive: whoever reads it says that it is nothing it knows.
            return [new ImportFile(name, () => File.OpenRead(path))];
        }
    }
}
