using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Microsoft.Extensions.Configuration;

namespace Newswire.AzureStorage;

/// <summary>Which storage account to use and how patient to be with it; configuration section <c>Storage</c>.</summary>
public sealed class StorageOptions
{
    /// <summary>The configuration section these options are bound to.</summary>
    public const string Section = "Storage";

    /// <summary>
    /// The connection of the Functions host itself. Its queue triggers listen there, so the messages must be there too.
    /// </summary>
    public const string HostConnection = "AzureWebJobsStorage";

    /// <summary>
    /// Connection string of the account, for Azurite and for accounts with keys. Excludes <see cref="AccountName"/>.
    /// </summary>
    public string? ConnectionString { get; set; }

    /// <summary>
    /// Name of the account, used without keys: the identity of the process signs in. Excludes
    /// <see cref="ConnectionString"/>.
    /// </summary>
    public string? AccountName { get; set; }

    /// <summary>
    /// Client id of the user-assigned managed identity to sign in with. Null: whatever <c>DefaultAzureCredential</c>
    /// finds. Only together with <see cref="AccountName"/>.
    /// </summary>
    public string? ManagedIdentityClientId { get; set; }

    /// <summary>Domain of the cloud, for sovereign clouds; default <c>core.windows.net</c>.</summary>
    public string EndpointSuffix { get; set; } = "core.windows.net";

    /// <summary>
    /// How long one try of one request may take; default 10 seconds. A large upload gets a second more for every MiB.
    /// </summary>
    public TimeSpan NetworkTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// How often a failed request is repeated before storage counts as away; default 3. The longest wait is about
    /// (<see cref="MaxRetries"/> + 1) × <see cref="NetworkTimeout"/>.
    /// </summary>
    public int MaxRetries { get; set; } = 3;

    /// <summary>Pause before the first repetition, doubled for each further one; default 200 ms.</summary>
    public TimeSpan RetryDelay { get; set; } = TimeSpan.FromMilliseconds(200);

    /// <summary>
    /// How long a lease outlives a holder that died, 15 to 60 seconds; default 15. It is renewed three times as often.
    /// </summary>
    public TimeSpan LeaseDuration { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>Whether an account is set at all, usable or not.</summary>
    public bool NamesAccount => ConnectionString is not null || AccountName is not null;

    /// <summary>
    /// Reads section <c>Storage</c>. Where it names no account, the account is the Functions host's own: the connection
    /// string <c>AzureWebJobsStorage</c>, or the identity settings <c>AzureWebJobsStorage__accountName</c> and
    /// <c>__clientId</c>. With neither, the options name no account.
    /// </summary>
    public static StorageOptions From(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var options = configuration.GetSection(Section).Get<StorageOptions>() ?? new StorageOptions();
        if (options.NamesAccount)
        {
            return options;
        }

        // As the host reads them: a connection string, where there is one, wins.
        var host = configuration.GetSection(HostConnection);
        if (!string.IsNullOrWhiteSpace(host.Value))
        {
            options.ConnectionString = host.Value;
        }
        else if (host["accountName"] is { } accountName)
        {
            options.AccountName = accountName;
            options.ManagedIdentityClientId ??= host["clientId"];
        }

        return options;
    }

    /// <summary>What is wrong with the options, a sentence each; empty when they can be used. Never repeats a secret.</summary>
    public IReadOnlyList<string> Validate()
    {
        var faults = new List<string>();
        var hasConnectionString = !string.IsNullOrWhiteSpace(ConnectionString);
        var hasAccountName = !string.IsNullOrWhiteSpace(AccountName);
        if (hasConnectionString == hasAccountName)
        {
            faults.Add("Set either Storage:ConnectionString or Storage:AccountName.");
        }

        if (hasConnectionString && !Parses(ConnectionString!))
        {
            faults.Add("Storage:ConnectionString is not the connection string of a storage account.");
        }

        if (hasAccountName && !(AccountName!.Length is >= 3 and <= 24 && AccountName.All(char.IsAsciiLetterOrDigit)))
        {
            faults.Add("Storage:AccountName is 3 to 24 lower-case letters and digits.");
        }

        if (ManagedIdentityClientId is not null && !hasAccountName)
        {
            faults.Add("Storage:ManagedIdentityClientId needs Storage:AccountName.");
        }

        if (NetworkTimeout <= TimeSpan.Zero || RetryDelay <= TimeSpan.Zero || MaxRetries < 0)
        {
            faults.Add("Storage:NetworkTimeout and Storage:RetryDelay are positive, Storage:MaxRetries is not negative.");
        }

        if (LeaseDuration < TimeSpan.FromSeconds(15) || LeaseDuration > TimeSpan.FromSeconds(60))
        {
            faults.Add("Storage:LeaseDuration is 15 to 60 seconds.");
        }

        return faults;
    }

    private static bool Parses(string connectionString)
    {
        try
        {
            _ = new BlobServiceClient(connectionString);
            _ = new QueueServiceClient(connectionString);
            return true;
        }
        catch (Exception fault) when (fault is FormatException or ArgumentException or InvalidOperationException)
        {
            return false;
        }
    }
}
