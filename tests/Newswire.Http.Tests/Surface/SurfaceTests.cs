using Newswire.Partners;

namespace Newswire.Http.Tests.Surface;

/// <summary>
/// Tests over a surface of their own. Whatever a test does, at its end neither the key nor one of a partner nor the words of
/// an article nor the endpoint of a reader are in any line of the log.
/// </summary>
public abstract class SurfaceTests : IAsyncLifetime
{
    /// <summary>What a process asks storage once a second, whatever is asked of it: which projection is served.</summary>
    private protected const string Which = "read generations/generations.json";

    private protected NewswireSurface Surface { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Surface = await NewswireSurface.StartAsync();

    public async ValueTask DisposeAsync()
    {
        await Surface.DisposeAsync();
        foreach (var line in Surface.Log.Lines)
        {
            Assert.DoesNotContain(Surface.Key, line, StringComparison.Ordinal);
            Assert.DoesNotContain(PartnerRecords.Prefix, line, StringComparison.Ordinal);
            Assert.DoesNotContain(Send.Headline, line, StringComparison.Ordinal);
            Assert.DoesNotContain(Send.BodyWords, line, StringComparison.Ordinal);
            Assert.DoesNotContain(Send.Capability, line, StringComparison.Ordinal);
        }

        GC.SuppressFinalize(this);
    }
}
