using System.Text;
using Newswire.Catalog;
using Newswire.Storage;
using Newswire.TestKit;

namespace Newswire.CommandLine.Tests.Commands;

/// <summary>Documents made anew, in a storage beside which no host runs.</summary>
public sealed class RebuildCommandTests : IAsyncDisposable
{
    private readonly InMemoryNewswire newswire = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_as_the_catalog_says_verifies_and_what_is_not_is_named_and_made_anew()
    {
        await newswire.Get<Intake>().AcceptAsync([Some.Publish(), Some.Publish("b")], Token);
        await newswire.ProjectAsync();

        var (good, says, _) = await RunAsync("verify");
        Assert.Equal((0, "Every document is what the catalog says."), (good, says.Trim()));

        await SpoilAsync("feeds/latest.rss");
        var (bad, names, _) = await RunAsync("verify");
        Assert.Equal(ExitCode.Findings, bad);
        Assert.Contains("feeds/latest.rss", names, StringComparison.Ordinal);
        Assert.Contains("different", names, StringComparison.Ordinal);

        var (rebuilt, done, _) = await RunAsync("rebuild");
        Assert.Equal((0, "The documents that were made anew are served."), (rebuilt, done.Trim()));
        Assert.Equal(0, (await RunAsync("verify")).Code);
    }

    [Fact]
    public async Task What_is_begun_can_be_given_up()
    {
        await newswire.Get<Intake>().AcceptAsync([Some.Publish()], Token);
        await newswire.ProjectAsync();

        Assert.Equal("It is under way.", (await newswire.RunAsync("rebuild", "--no-wait")).Output.Trim());
        var (other, _, errors) = await newswire.RunAsync("verify", "--no-wait");
        Assert.Equal("What was under way is given up.", (await newswire.RunAsync("rebuild", "--give-up")).Output.Trim());

        Assert.Equal(ExitCode.Failed, other);
        Assert.NotEmpty(errors);
        Assert.Equal(0, (await RunAsync("verify")).Code);
    }

    public ValueTask DisposeAsync() => newswire.DisposeAsync();

    /// <summary>Waits go by the clock, which here nobody turns but the test.</summary>
    private async Task<(int Code, string Output, string Errors)> RunAsync(string command)
    {
        var run = newswire.RunAsync(command);
        while (!run.IsCompleted)
        {
            newswire.Time.Advance(TimeSpan.FromMilliseconds(100));
            await Task.Yield();
        }

        return await run;
    }

    private async Task SpoilAsync(string document)
    {
        var (path, stored) = newswire.Objects.Snapshot().First(pair => pair.Key.Container == Containers.Public && pair.Key.Name.EndsWith(document, StringComparison.Ordinal));
        await newswire.Objects.WriteAsync(
            path,
            new ObjectContent(Encoding.UTF8.GetBytes("<rss/>"), stored.Properties.ContentType!) { Metadata = stored.Properties.Metadata },
            stored.Properties.ETag,
            Token);
    }
}
