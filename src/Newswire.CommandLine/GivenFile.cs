namespace Newswire.CommandLine;

/// <summary>Files that the command line names.</summary>
internal static class GivenFile
{
    /// <summary>The bytes of the file.</summary>
    /// <exception cref="CommandFailedException">It cannot be read.</exception>
    public static async Task<byte[]> ReadAsync(FileInfo file, CancellationToken cancellationToken)
    {
        try
        {
            return await File.ReadAllBytesAsync(file.FullName, cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new CommandFailedException($"The file '{file.Name}' cannot be read: {exception.Message}", exception);
        }
    }
}
