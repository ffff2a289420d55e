using System.Text.Json;

namespace Newswire.CommandLine.Importing;

/// <summary>The record of an import as two files in a folder: <c>import.json</c> and <c>import-report.ndjson</c>.</summary>
internal sealed class ImportFolder(string folder) : IImportRecord
{
    /// <summary>The report.</summary>
    public string ReportPath => Path.Combine(folder, "import-report.ndjson");

    private string JournalPath => Path.Combine(folder, "import.json");

    /// <summary>The folder beside a source, or in the current folder for an address.</summary>
    public static string Beside(string source) =>
        Uri.TryCreate(source, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
            ? $"{string.Concat((address.Host + address.AbsolutePath).Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '-')).Trim('-')}.import"
            : Path.GetFullPath(source).TrimEnd(Path.DirectorySeparatorChar) + ".import";

    public async Task<Journal?> ReadAsync(CancellationToken cancellationToken)
    {
        try
        {
            var bytes = await File.ReadAllBytesAsync(JournalPath, cancellationToken);
            return JsonSerializer.Deserialize(bytes, ImportJson.Readable.Journal);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException or JsonException)
        {
            return null;
        }
    }

    public async Task CutReportAsync(long lengthBytes, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder);
        await using var report = new FileStream(ReportPath, FileMode.OpenOrCreate, FileAccess.Write);
        report.SetLength(lengthBytes);
    }

    public async Task AppendReportAsync(ReadOnlyMemory<byte> lines, CancellationToken cancellationToken)
    {
        await using var report = new FileStream(ReportPath, FileMode.Append, FileAccess.Write);
        await report.WriteAsync(lines, cancellationToken);
    }

    public async Task SaveAsync(Journal journal, CancellationToken cancellationToken)
    {
        // Written beside it and put in its place, so that there is a whole one at any moment.
        var next = JournalPath + ".next";
        await File.WriteAllBytesAsync(next, JsonSerializer.SerializeToUtf8Bytes(journal, ImportJson.Readable.Journal), cancellationToken);
        File.Move(next, JournalPath, overwrite: true);
    }
}
