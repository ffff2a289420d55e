using Newswire.Server.Hosting;

namespace Newswire.Server;

/// <summary>What commands work with: the services over the configured storage, without a server.</summary>
internal static class CommandServices
{
    /// <summary>Does the work of a command and gives the exit code.</summary>
    public static Task<int> UseAsync(Func<IServiceProvider, Task> work, CancellationToken cancellationToken) =>
        Exit.WithSentenceAsync(async () =>
        {
            var builder = ServerHost.CreateBuilder();
            await using var storage = await StorageSource.OpenAsync(builder.Configuration, cancellationToken);
            await using var app = ServerHost.Build(builder, storage.Options);
            await work(app.Services);
        });

    /// <summary>The bytes of a file that the command line names.</summary>
    /// <exception cref="StartException">It cannot be read.</exception>
    public static async Task<byte[]> ReadAsync(FileInfo file, CancellationToken cancellationToken)
    {
        try
        {
            return await File.ReadAllBytesAsync(file.FullName, cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new StartException($"The file '{file.Name}' cannot be read: {exception.Message}", exception);
        }
    }
}
