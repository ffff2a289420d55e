using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;

namespace Newswire.Server.Development;

/// <summary>The emulator's npm package, installed outside the source tree at the versions of the lock file.</summary>
internal sealed class AzuriteInstallation(AzuriteSettings settings, Action<string> say)
{
    private const int OldestNode = 20;
    private const string ScriptName = "run.js";
    private const string NodeIsNeeded =
        "No storage is configured, and the emulator needs Node.js 20 or newer. Set Storage:AccountName or "
        + "Storage:ConnectionString, or install Node.js from your package manager.";

    private static readonly string[] PackageFiles = ["package.json", "package-lock.json"];
    private static readonly TimeSpan LongestInstall = TimeSpan.FromMinutes(5);

    /// <summary>The script that runs the emulator, once <see cref="EnsureAsync"/> has returned.</summary>
    public string Script => Path.Combine(settings.InstallFolder, ScriptName);

    private string Stamp => Path.Combine(settings.InstallFolder, "installed");

    /// <summary>Installs the package unless it is there already, once however many processes ask at a time.</summary>
    /// <exception cref="AzuriteUnavailableException">Node.js is missing or too old, or npm failed.</exception>
    public async Task EnsureAsync(CancellationToken cancellationToken)
    {
        await CheckNodeAsync(cancellationToken);
        Directory.CreateDirectory(settings.InstallFolder);
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(LongestInstall);
        try
        {
            await using var exclusive = await LockAsync(deadline.Token);
            // Beside node_modules it finds the emulator.
            await CopyAsync(ScriptName, deadline.Token);

            // The stamp is written last: an installation that was cut short is done again.
            var wanted = await FingerprintAsync(deadline.Token);
            if (File.Exists(Stamp) && await File.ReadAllTextAsync(Stamp, deadline.Token) == wanted)
            {
                return;
            }

            foreach (var file in PackageFiles)
            {
                await CopyAsync(file, deadline.Token);
            }

            say("Installing the storage emulator (once)");
            await InstallAsync(deadline.Token);
            await File.WriteAllTextAsync(Stamp, wanted, deadline.Token);
        }
        catch (OperationCanceledException late) when (!cancellationToken.IsCancellationRequested)
        {
            throw new AzuriteUnavailableException(
                "Installing the storage emulator with npm took longer than five minutes; try again or configure "
                + "Storage:ConnectionString.",
                late);
        }
    }

    private static async Task CheckNodeAsync(CancellationToken cancellationToken)
    {
        try
        {
            var (exitCode, output) = await RunAsync(new ProcessStartInfo("node", ["--version"]), cancellationToken);
            var major = output.Trim().TrimStart('v').Split('.')[0];
            if (exitCode != 0
                || !int.TryParse(major, NumberStyles.None, CultureInfo.InvariantCulture, out var version)
                || version < OldestNode)
            {
                throw new AzuriteUnavailableException(NodeIsNeeded);
            }
        }
        catch (Win32Exception missing)
        {
            throw new AzuriteUnavailableException(NodeIsNeeded, missing);
        }
    }

    private static async Task<(int ExitCode, string Output)> RunAsync(
        ProcessStartInfo start, CancellationToken cancellationToken)
    {
        start.UseShellExecute = false;
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        using var process = Process.Start(start)!;
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
            var errors = process.StandardError.ReadToEndAsync(cancellationToken);
            await process.WaitForExitAsync(cancellationToken);
            return (process.ExitCode, await output + await errors);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    private async Task InstallAsync(CancellationToken cancellationToken)
    {
        // No package of the lock file needs its scripts for what is used here.
        string[] arguments = ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
        var start = OperatingSystem.IsWindows()
            ? new ProcessStartInfo("cmd.exe", ["/c", "npm", .. arguments])
            : new ProcessStartInfo("npm", arguments);
        start.WorkingDirectory = settings.InstallFolder;
        try
        {
            var (exitCode, output) = await RunAsync(start, cancellationToken);
            if (exitCode != 0)
            {
                say(output.Trim());
                throw new AzuriteUnavailableException(
                    $"npm could not install the storage emulator (exit code {exitCode}); see its output above, or configure "
                    + "Storage:ConnectionString.");
            }
        }
        catch (Win32Exception missing)
        {
            throw new AzuriteUnavailableException(NodeIsNeeded, missing);
        }
    }

    /// <summary>Copies a file that is missing or different; one that is in use by another emulator stays untouched.</summary>
    private async Task CopyAsync(string file, CancellationToken cancellationToken)
    {
        var wanted = await File.ReadAllBytesAsync(Path.Combine(settings.PackageFolder, file), cancellationToken);
        var target = Path.Combine(settings.InstallFolder, file);
        var present = File.Exists(target) ? await File.ReadAllBytesAsync(target, cancellationToken) : null;
        if (present is null || !wanted.AsSpan().SequenceEqual(present))
        {
            await File.WriteAllBytesAsync(target, wanted, cancellationToken);
        }
    }

    private async Task<string> FingerprintAsync(CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in PackageFiles)
        {
            hash.AppendData(await File.ReadAllBytesAsync(Path.Combine(settings.PackageFolder, file), cancellationToken));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private async Task<FileStream> LockAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                return new FileStream(
                    Path.Combine(settings.InstallFolder, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException)
            {
                // Another process is installing; the system gives its lock back even if it dies.
                await Task.Delay(TimeSpan.FromMilliseconds(100), cancellationToken);
            }
        }
    }
}
