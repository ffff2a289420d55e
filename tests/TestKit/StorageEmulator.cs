using Newswire.Server.Development;

namespace Newswire.TestKit;

/// <summary>
/// Azurite for the tests of one assembly, on free ports and with nothing on disk. Use it as an assembly fixture.
/// </summary>
public sealed class StorageEmulator : IAsyncLifetime
{
    private AzuriteProcess? process;

    public string ConnectionString =>
        process?.ConnectionString ?? throw new InvalidOperationException("The emulator is not started.");

    public async ValueTask InitializeAsync() =>
        process = await AzuriteProcess.StartAsync(
            new AzuriteSettings(),
            sentence => TestContext.Current.SendDiagnosticMessage(sentence),
            TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        if (process is not null)
        {
            await process.DisposeAsync();
        }
    }
}
