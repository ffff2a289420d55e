using System.Diagnostics;
using System.Net.Http.Headers;
using Newswire.Server.Development;

namespace Newswire.Benchmarks.Load;

/// <summary>An emulator with a data folder of its own and a <see cref="LoadServer"/> on it; both end with this.</summary>
internal sealed class MeasuredServer : IAsyncDisposable
{
    private static readonly TimeSpan LongestShutdown = TimeSpan.FromSeconds(20);

    private readonly DirectoryInfo folder;
    private readonly AzuriteProcess emulator;
    private readonly Process process;

    private MeasuredServer(DirectoryInfo folder, AzuriteProcess emulator, Process process, Uri address, Uri bare, string key)
    {
        (this.folder, this.emulator, this.process) = (folder, emulator, process);
        (Address, BareAddress) = (address, bare);
        Client = new HttpClient { BaseAddress = address, Timeout = TimeSpan.FromMinutes(5) };
        Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
    }

    public Uri Address { get; }

    public Uri BareAddress { get; }

    /// <summary>A client with a publisher key.</summary>
    public HttpClient Client { get; }

    /// <summary>The emulator's account.</summary>
    public string ConnectionString => emulator.ConnectionString;

    /// <param name="output">Where it says what it does.</param>
    /// <param name="settings">Settings of the server beside those that every measurement has.</param>
    public static async Task<MeasuredServer> StartAsync(TextWriter output, params IEnumerable<(string Name, string Value)> settings)
    {
        var data = Directory.CreateTempSubdirectory("newswire-load-");
        var azurite = await AzuriteProcess.StartAsync(
            new AzuriteSettings { DataFolder = data.FullName }, output.WriteLine, CancellationToken.None);
        var start = new ProcessStartInfo(Environment.ProcessPath!, LoadServer.Command)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        start.Environment["Storage__ConnectionString"] = azurite.ConnectionString;
        start.Environment["Urls"] = "http://127.0.0.1:0";
        start.Environment["Publication__BaseUrl"] = "https://syndication.example";
        // What the SDK sets for a web project, and so for the server when it runs by itself.
        start.Environment["DOTNET_gcServer"] = "1";
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        var child = Process.Start(start)!;
        var address = await LineAsync(child);
        var bare = await LineAsync(child);
        return new MeasuredServer(data, azurite, child, new Uri(address), new Uri(bare), await LineAsync(child));
    }

    /// <summary>Processor time the server has used so far.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    /// <summary>Processor time the emulator has used so far.</summary>
    public TimeSpan EmulatorProcessorTime
    {
        get
        {
            using var node = Process.GetProcessById(emulator.ProcessId);
            return node.TotalProcessorTime;
        }
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        process.StandardInput.Close();
        using var deadline = new CancellationTokenSource(LongestShutdown);
        try
        {
            await process.WaitForExitAsync(deadline.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill();
        }

        process.Dispose();
        await emulator.DisposeAsync();
        folder.Delete(recursive: true);
    }

    private static async Task<string> LineAsync(Process process) =>
        await process.StandardOutput.ReadLineAsync()
        ?? throw new InvalidOperationException("The server did not start; see above.");
}
