using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Newswire.Server.Development;
using Newswire.Storage;

namespace Newswire.AzureStorage.Tests;

/// <summary>The emulator that the Server host starts: what it acknowledged survives, and it never outlives its parent.</summary>
public sealed class EmulatorTests : IDisposable
{
    private static readonly ObjectPath Path = new(Containers.Keys, "a");

    private readonly string folder = Directory.CreateTempSubdirectory("newswire-emulator-").FullName;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task What_was_stored_is_there_after_a_restart()
    {
        await using (var first = await StartAsync())
        {
            await WriteAsync(first);
        }

        await using var second = await StartAsync();

        Assert.Equal("stored", await ReadAsync(second));
    }

    [Fact]
    public async Task It_ends_in_order_when_its_parent_is_gone_and_the_next_one_waits_for_it()
    {
        var first = await StartAsync();
        await WriteAsync(first);
        using var process = Process.GetProcessById(first.ProcessId);

        // What the system does to the pipe when the parent is killed.
        var ending = first.DisposeAsync();
        await using var second = await StartAsync();
        await ending;

        Assert.True(process.HasExited);
        Assert.Equal("stored", await ReadAsync(second));
    }

    [Fact]
    public async Task Of_two_on_the_same_ports_the_second_takes_free_ones()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var taken = ((IPEndPoint)other.LocalEndpoint).Port;

        await using var emulator = await StartAsync(taken);

        Assert.NotEqual(taken, emulator.BlobPort);
        await WriteAsync(emulator);
    }

    private static async Task WriteAsync(AzuriteProcess emulator)
    {
        using var connection = new StorageConnection(StorageOn.Options(emulator.ConnectionString));
        Assert.IsType<WriteResult.Written>(await new BlobObjectStore(connection.Blobs)
            .WriteAsync(Path, new ObjectContent("stored"u8.ToArray(), "text/plain"), null, Token));
    }

    private static async Task<string> ReadAsync(AzuriteProcess emulator)
    {
        using var connection = new StorageConnection(StorageOn.Options(emulator.ConnectionString));
        return Encoding.UTF8.GetString((await new BlobObjectStore(connection.Blobs).ReadAsync(Path, Token))!.Content.Span);
    }

    private Task<AzuriteProcess> StartAsync(int blobPort = 0) =>
        AzuriteProcess.StartAsync(
            new AzuriteSettings { DataFolder = folder, BlobPort = blobPort },
            sentence => TestContext.Current.SendDiagnosticMessage(sentence),
            Token);
}
