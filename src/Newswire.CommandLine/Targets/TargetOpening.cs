using System.Net.Http.Headers;
using Microsoft.Extensions.Configuration;
using Newswire.AzureStorage;
using Newswire.CommandLine.Terminal;
using Newswire.Storage;

namespace Newswire.CommandLine.Targets;

/// <summary>Opens servers and storage as command line and environment name them.</summary>
internal sealed class TargetOpening(IConfiguration configuration) : ITargetOpening
{
    /// <summary>The variable that names a server.</summary>
    public const string ServerVariable = "NEWSWIRE_SERVER";

    /// <summary>The variable with the publisher key.</summary>
    public const string KeyVariable = "NEWSWIRE_KEY";

    private const string Emulator = "UseDevelopmentStorage=true";

    /// <summary>A server answers the largest batch within this, or the host in front of it has given up.</summary>
    private static readonly TimeSpan LongestAnswer = TimeSpan.FromSeconds(240);

    public async Task<Target> OpenAsync(TargetChoice choice, Screen screen, CancellationToken cancellationToken)
    {
        if (choice is { Storage: true, Server: not null })
        {
            throw new CommandFailedException("--server and --storage exclude each other.");
        }

        var server = choice.Storage ? null : choice.Server ?? NamedServer();
        return server is null
            ? await OpenStorageAsync(cancellationToken)
            : await OpenServerAsync(server, choice, screen, cancellationToken);
    }

    private Uri? NamedServer() => configuration[ServerVariable] switch
    {
        null or "" => null,
        var name when Uri.TryCreate(name, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" => address,
        _ => throw new CommandFailedException($"The variable {ServerVariable} must be an absolute http or https address."),
    };

    private async Task<Target> OpenServerAsync(Uri server, TargetChoice choice, Screen screen, CancellationToken cancellationToken)
    {
        var key = choice.KeyFile is { } file ? System.Text.Encoding.UTF8.GetString(await GivenFile.ReadAsync(file, cancellationToken)).Trim()
            : choice.Key ?? configuration[KeyVariable];
        if (string.IsNullOrWhiteSpace(key))
        {
            throw new CommandFailedException(
                $"A publisher key is needed: set the variable {KeyVariable}, or name a file with --key-file. 'newswire keys create NAME', where storage can be reached, makes one.");
        }

        if (server.Scheme == Uri.UriSchemeHttp && !server.IsLoopback)
        {
            await screen.Errors.WriteLineAsync("The address begins with http: the key can be read on its way.");
        }

        var http = new HttpClient { BaseAddress = new Uri(server.AbsoluteUri.TrimEnd('/') + "/"), Timeout = LongestAnswer };
        http.DefaultRequestHeaders.Authorization = AuthenticationHeaderValue.TryParse("Bearer " + key, out var header)
            ? header
            : throw new CommandFailedException("What is given as the key is none: a publisher key begins with nwp_ and is one word.");
        return new Target(http.BaseAddress.AbsoluteUri, http);
    }

    private async Task<Target> OpenStorageAsync(CancellationToken cancellationToken)
    {
        var options = StorageOptions.From(configuration);
        var isEmulator = !options.NamesAccount;
        if (isEmulator)
        {
            (options.ConnectionString, options.MaxRetries) = (Emulator, 0);
        }

        if (options.Validate() is { Count: > 0 } faults)
        {
            throw new CommandFailedException(string.Join(' ', faults));
        }

        try
        {
            var surface = await LocalSurface.StartAsync(configuration, services => services.AddAzureStorage(options), cancellationToken);
            try
            {
                // What cannot be reached is a reason to say so now, not in the middle.
                await surface.Keys.ListAsync(cancellationToken);
                return new Target("storage " + (options.AccountName ?? AccountIn(options.ConnectionString!)), surface.CreateClient(), surface)
                {
                    KnowsPublication = isEmulator || configuration["Publication:BaseUrl"] is not null,
                };
            }
            catch
            {
                await surface.DisposeAsync();
                throw;
            }
        }
        catch (StorageAwayException exception)
        {
            throw new CommandFailedException(
                isEmulator
                    ? "No storage account is named and the development emulator does not run. Start the server, which brings it along, or set Storage__ConnectionString or Storage__AccountName; or name a server with --server."
                    : "Storage does not answer; check Storage__ConnectionString or Storage__AccountName, and that the account can be reached.",
                exception);
        }
        catch (InvalidOperationException exception) when (exception.Source == "Newswire.Http")
        {
            throw new CommandFailedException(exception.Message, exception);
        }
    }

    private static string AccountIn(string connectionString) => connectionString
        .Split(';')
        .FirstOrDefault(part => part.StartsWith("AccountName=", StringComparison.OrdinalIgnoreCase))?["AccountName=".Length..]
        ?? "of the emulator";
}
