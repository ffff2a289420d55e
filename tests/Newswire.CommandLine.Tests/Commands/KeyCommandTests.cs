using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Newswire.CommandLine.Targets;
using Newswire.CommandLine.Terminal;
using Newswire.Keys;

namespace Newswire.CommandLine.Tests.Commands;

public sealed class KeyCommandTests : IAsyncDisposable
{
    private readonly InMemoryNewswire newswire = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_key_is_made_listed_and_revoked()
    {
        var (_, made, _) = await newswire.RunAsync("keys", "create", "cms", "--json");
        using var key = JsonDocument.Parse(made);
        var secret = key.RootElement.GetProperty("secret").GetString()!;
        Assert.Equal(KeyCheck.Good, await newswire.Get<PublisherKeys>().CheckAsync(secret, Token));

        var (_, listed, _) = await newswire.RunAsync("keys", "list");
        Assert.Contains("good   cms", listed, StringComparison.Ordinal);
        Assert.DoesNotContain(secret, listed, StringComparison.Ordinal);

        Assert.Equal("One key is revoked.", (await newswire.RunAsync("keys", "revoke", "cms")).Output.Trim());
        Assert.Equal(1, (await newswire.RunAsync("keys", "revoke", "cms")).Code);
    }

    [Fact]
    public async Task What_the_command_line_opens_its_own_doors_with_is_stored_nowhere_and_opens_no_other()
    {
        await newswire.RunAsync("feeds", "list");

        Assert.Empty(await newswire.Get<PublisherKeys>().ListAsync(Token));
        using var other = new PublisherKeys(newswire.Objects, newswire.Time);
        Assert.Equal(KeyCheck.Unknown, await newswire.Get<PublisherKeys>().CheckAsync(other.MakeOwn(), Token));
    }

    [Theory]
    [InlineData("keys", "list", "--server", "http://127.0.0.1:1", "--key", "nwp_secret")]
    [InlineData("feeds", "list", "--server", "http://127.0.0.1:1", "--key", "nwp_secret")]
    [InlineData("feeds", "list", "--server", "http://127.0.0.1:1")]
    [InlineData("feeds", "list", "--server", "http://127.0.0.1:1", "--storage")]
    [InlineData("feeds", "list", "--server", "http://127.0.0.1:1", "--key", "two words")]
    public async Task What_cannot_be_done_is_said_in_a_sentence_without_the_key(params string[] args)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        var code = await NewswireCommand.RunAsync(args, new CommandSurroundings(
            new Screen(output, errors, IsTerminal: false), new TargetOpening(new ConfigurationBuilder().Build()), TimeProvider.System));

        Assert.Equal((1, ""), (code, output.ToString()));
        Assert.EndsWith(".", errors.ToString().Trim(), StringComparison.Ordinal);
        Assert.DoesNotContain("nwp_secret", errors.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_the_publication_nothing_is_asked_that_may_write_documents()
    {
        var surface = await LocalSurface.StartAsync(new ConfigurationBuilder().Build(), newswire.AddPorts, Token);
        await using var target = new Target("storage", surface.CreateClient(), surface) { KnowsPublication = false };

        Assert.Empty(await target.Keys.ListAsync(Token));
        Assert.Contains("Publication__BaseUrl", Assert.Throws<CommandFailedException>(() => target.Client).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("feeds", "lst")]
    [InlineData("feeds", "list", "--server", "ftp://x")]
    [InlineData("keys")]
    public async Task A_command_line_that_cannot_be_understood_has_a_code_of_its_own(params string[] args) =>
        Assert.Equal(ExitCode.Usage, (await newswire.RunAsync(args)).Code);

    public ValueTask DisposeAsync() => newswire.DisposeAsync();
}
