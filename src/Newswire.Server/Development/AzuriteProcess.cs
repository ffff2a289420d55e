using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Newswire.Server.Development;

/// <summary>
/// A storage emulator of our own: a child process that listens on this machine only, and ends when it is disposed or
/// when this process ends, however that comes about.
/// </summary>
internal sealed partial class AzuriteProcess : IAsyncDisposable
{
    // The account and key that Microsoft publishes for the emulator; they protect nothing.
    private const string Account = "devstoreaccount1";
    private const string PublishedKey =
        "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    // Idle connections live longer than the client keeps them, so that none is closed under a request.
    private const string KeepAliveSeconds = "120";

    private static readonly TimeSpan LongestShutdown = TimeSpan.FromSeconds(20);

    // Holds on to the pipes: a collected process object would close them, and with that end the emulator.
    private static readonly ConcurrentDictionary<int, AzuriteProcess> Running = new();

    private readonly Process child;

    private AzuriteProcess(Process process, int blobPort, int queuePort)
    {
        child = process;
        ProcessId = process.Id;
        ConnectionString = string.Create(
            CultureInfo.InvariantCulture,
            $"DefaultEndpointsProtocol=http;AccountName={Account};AccountKey={PublishedKey};BlobEndpoint=http://127.0.0.1:{blobPort}/{Account};QueueEndpoint=http://127.0.0.1:{queuePort}/{Account};");
        BlobPort = blobPort;
        QueuePort = queuePort;
        Running[ProcessId] = this;
    }

    /// <summary>What a client needs to use it.</summary>
    public string ConnectionString { get; }

    /// <summary>The process to look at when something is wrong.</summary>
    public int ProcessId { get; }

    /// <summary>The port the blob service listens on.</summary>
    public int BlobPort { get; }

    /// <summary>The port the queue service listens on.</summary>
    public int QueuePort { get; }

    /// <summary>Installs the emulator if need be, starts it, and returns once it answers.</summary>
    /// <param name="settings">Where it comes from and where it keeps its data.</param>
    /// <param name="say">Takes sentences for the person at the terminal.</param>
    /// <param name="cancellationToken">Ends the attempt and the child with it.</param>
    /// <exception cref="AzuriteUnavailableException">It cannot be started; the message says what to do.</exception>
    public static async Task<AzuriteProcess> StartAsync(
        AzuriteSettings settings, Action<string> say, CancellationToken cancellationToken)
    {
        var installation = new AzuriteInstallation(settings, say);
        await installation.EnsureAsync(cancellationToken);
        if (settings.DataFolder is { } folder)
        {
            Directory.CreateDirectory(folder);
        }

        try
        {
            return await LaunchAsync(installation, settings, cancellationToken);
        }
        catch (PortTakenException)
        {
            say("The emulator's usual ports are taken; it uses free ones");
            return await LaunchAsync(installation, settings with { BlobPort = 0, QueuePort = 0 }, cancellationToken);
        }
    }

    /// <summary>Ends the emulator in order, with everything saved.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Running.TryRemove(ProcessId, out _))
        {
            await EndAsync(child);
            child.Dispose();
        }
    }

    private static async Task<AzuriteProcess> LaunchAsync(
        AzuriteInstallation installation, AzuriteSettings settings, CancellationToken cancellationToken)
    {
        var process = Process.Start(StartInfo(installation, settings))!;
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(settings.StartTimeout);
        try
        {
            // Errors first come here; a full pipe that nobody reads would stop the emulator later on.
            var errors = process.StandardError.ReadToEndAsync(CancellationToken.None);
            int? blobPort = null;
            int? queuePort = null;
            while (await process.StandardOutput.ReadLineAsync(deadline.Token) is { } line)
            {
                if (Listening().Match(line) is { Success: true } match)
                {
                    var port = int.Parse(match.Groups["port"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);
                    switch (match.Groups["service"].Value)
                    {
                        case "Blob":
                            blobPort = port;
                            break;
                        case "Queue":
                            queuePort = port;
                            break;
                        case "Table" when blobPort is { } blobs && queuePort is { } queues:
                            // The last of the three to start; it cannot be left out.
                            _ = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
                            return new AzuriteProcess(process, blobs, queues);
                    }
                }
            }

            throw Explain(await errors.WaitAsync(deadline.Token));
        }
        catch (OperationCanceledException late) when (!cancellationToken.IsCancellationRequested)
        {
            await EndAsync(process);
            throw new AzuriteUnavailableException(
                "The storage emulator did not answer in time; start again or configure Storage:ConnectionString.", late);
        }
        catch
        {
            await EndAsync(process);
            throw;
        }
    }

    private static ProcessStartInfo StartInfo(AzuriteInstallation installation, AzuriteSettings settings)
    {
        string[] place = settings.DataFolder is { } folder ? ["--location", folder] : ["--inMemoryPersistence"];
        var start = new ProcessStartInfo("node",
        [
            installation.Script,
            .. place,
            "--skipApiVersionCheck", "--disableTelemetry", "--silent", "--disableProductStyleUrl",
            "--blobHost", "127.0.0.1", "--blobPort", Text(settings.BlobPort), "--blobKeepAliveTimeout", KeepAliveSeconds,
            "--queueHost", "127.0.0.1", "--queuePort", Text(settings.QueuePort), "--queueKeepAliveTimeout", KeepAliveSeconds,
            // Nobody uses the tables, so they never compete for a port.
            "--tableHost", "127.0.0.1", "--tablePort", "0",
        ])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // Either would give the emulator another account or another store than the one it is asked for.
        start.Environment.Remove("AZURITE_ACCOUNTS");
        start.Environment.Remove("AZURITE_DB");
        return start;
    }

    private static string Text(int port) => port.ToString(CultureInfo.InvariantCulture);

    private static Exception Explain(string errors)
    {
        if (errors.Contains("EADDRINUSE", StringComparison.Ordinal))
        {
            return new PortTakenException();
        }

        return errors.Contains("EFOLDERINUSE", StringComparison.Ordinal)
            ? new AzuriteUnavailableException(
                "Another process uses the same data folder; stop it, or configure Storage:ConnectionString.")
            : new AzuriteUnavailableException($"The storage emulator ended: {errors.Trim()}");
    }

    private static async Task EndAsync(Process process)
    {
        // Its standard input is what keeps it running.
        process.StandardInput.Close();
        using var deadline = new CancellationTokenSource(LongestShutdown);
        try
        {
            await process.WaitForExitAsync(deadline.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
        }
    }

    [GeneratedRegex(
        @"^Azurite (?<service>Blob|Queue|Table) service .*listen.*http://.*:(?<port>[0-9]+)$",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Listening();

    /// <summary>Somebody else has the port.</summary>
    private sealed class PortTakenException : Exception;
}
