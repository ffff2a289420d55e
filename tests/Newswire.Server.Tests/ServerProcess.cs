using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Newswire.Server.Tests;

/// <summary>The real server as a process of its own, on a free port of the loopback.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private readonly Process process;
    private readonly StringBuilder output = new();
    private readonly StringBuilder errors = new();
    private readonly TaskCompletionSource listening = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private ServerProcess(Process process, Uri address) => (this.process, Address) = (process, address);

    public Uri Address { get; }

    public string Output => Text(output);

    public string Errors => Text(errors);

    /// <summary>Completes when the server says that Ctrl+C ends it, which is the last line it prints at its start.</summary>
    public Task Listening => listening.Task;

    public static ServerProcess Start(IReadOnlyDictionary<string, string?> settings, params string[] args) =>
        Start("Newswire.Server.dll", settings, args);

    /// <summary>The command line instead, which ends by itself.</summary>
    public static ServerProcess StartCommand(IReadOnlyDictionary<string, string?> settings, params string[] args) =>
        Start("Newswire.CommandLine.dll", settings, args);

    private static ServerProcess Start(string program, IReadOnlyDictionary<string, string?> settings, string[] args)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        var start = new ProcessStartInfo(
            FindDotnet(), [Path.Combine(AppContext.BaseDirectory, program), .. args])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["Urls"] = address.ToString();
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        var server = new ServerProcess(new Process { StartInfo = start }, address);
        server.process.OutputDataReceived += (_, line) => server.Read(server.output, line.Data);
        server.process.ErrorDataReceived += (_, line) => server.Read(server.errors, line.Data);
        server.process.Start();
        server.process.BeginOutputReadLine();
        server.process.BeginErrorReadLine();
        return server;
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Ends it as <c>kill -9</c> does.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    /// <summary>Ends it as Ctrl+C does, and returns the exit code.</summary>
    public async Task<int> InterruptAsync()
    {
        using var interrupt = Process.Start("kill", ["-INT", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        return await ExitAsync();
    }

    /// <summary>Waits for its end and returns the exit code.</summary>
    public async Task<int> ExitAsync()
    {
        await process.WaitForExitAsync();
        return process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            await KillAsync();
        }

        process.Dispose();
    }

    private static string FindDotnet() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Select(folder => Path.Combine(folder, "dotnet"))
            .First(File.Exists);

    private static string Text(StringBuilder lines)
    {
        lock (lines)
        {
            return lines.ToString();
        }
    }

    private void Read(StringBuilder lines, string? line)
    {
        lock (lines)
        {
            lines.AppendLine(line);
        }

        if (line is null)
        {
            listening.TrySetException(new InvalidOperationException($"The server ended.\n{Output}\n{Errors}"));
        }
        else if (line.Contains("Ctrl+C", StringComparison.Ordinal))
        {
            listening.TrySetResult();
        }
    }
}
