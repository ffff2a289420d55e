namespace Newswire.CommandLine.Tests.Commands;

public sealed class FeedCommandTests : IAsyncDisposable
{
    private readonly InMemoryNewswire newswire = new();
    private readonly ScratchFolder files = new();

    [Fact]
    public async Task Every_feed_is_defined_at_once_and_a_second_time_nothing_is_done()
    {
        const string File = """{"feeds": [{"name": "home", "title": "Home", "x": 1}, {"name": "topics/uk-news", "aliases": ["Britain"]}]}""";

        var (code, first, ignored) = await ApplyAsync(File);
        var (_, second, _) = await ApplyAsync(File);

        Assert.Equal(0, code);
        Assert.Equal("/feeds/0/x is not known and was ignored.", ignored.Trim());
        Assert.Equal("home  defined\ntopics/uk-news  defined\nThe server follows within seconds; 'newswire feeds list' shows how far it has come.", first.Trim());
        Assert.Equal("home  is so already\ntopics/uk-news  is so already\nThere is nothing to do.", second.Trim());
        Assert.Equal(2, newswire.Appended);
    }

    [Fact]
    public async Task Every_fault_is_named_and_nothing_is_applied()
    {
        var (code, output, errors) = await ApplyAsync(
            """{"feeds": [{"name": "home"}, {"name": "Not Good", "title": 7}, {"name": "home", "size": {"entries": 0}}]}""");

        Assert.Equal(1, code);
        Assert.Empty(output);
        var lines = errors.Trim().Split('\n');
        Assert.All(["/feeds/1/name: ", "/feeds/1/title: ", "/feeds/2/name: "], fault => Assert.Contains(lines, line => line.StartsWith(fault, StringComparison.Ordinal)));
        Assert.EndsWith("faults. Nothing was done.", lines[^1], StringComparison.Ordinal);
        Assert.Equal(0, newswire.Appended);
    }

    [Fact]
    public async Task A_name_that_another_feed_has_is_named_where_it_stands()
    {
        await ApplyAsync("""{"feeds": [{"name": "home", "formerNames": ["front"]}]}""");
        await newswire.ProjectAsync();

        var (code, _, errors) = await ApplyAsync("""{"feeds": [{"name": "home", "formerNames": ["front"]}, {"name": "sport", "formerNames": ["front"]}]}""");

        Assert.Equal(1, code);
        Assert.Contains("/feeds/1/formerNames: ", errors, StringComparison.Ordinal);
        Assert.Equal(1, newswire.Appended);
    }

    [Fact]
    public async Task The_list_has_live_moved_and_retired_names()
    {
        await ApplyAsync("""{"feeds": [{"name": "home", "title": "Home news", "formerNames": ["front"]}, {"name": "sport"}]}""");
        await newswire.ProjectAsync();
        await newswire.RunAsync("feeds", "retire", "sport");
        await newswire.ProjectAsync();

        var (_, output, _) = await newswire.RunAsync("feeds", "list");
        var (_, json, _) = await newswire.RunAsync("feeds", "list", "--json");

        Assert.Equal(
            ["name kind title", "front moved to home", "home defined Home news", "sport retired"],
            output.Trim().Split('\n').Select(line => string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries))));
        Assert.Contains("\"retired\": [", json, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_named()
    {
        var (code, _, errors) = await newswire.RunAsync("feeds", "apply", files["nowhere.json"]);

        Assert.Equal(1, code);
        Assert.StartsWith("The file 'nowhere.json' cannot be read", errors, StringComparison.Ordinal);
    }

    public async ValueTask DisposeAsync()
    {
        await newswire.DisposeAsync();
        files.Dispose();
    }

    private Task<(int Code, string Output, string Errors)> ApplyAsync(string json) =>
        newswire.RunAsync("feeds", "apply", files.Write("feeds.json", json));
}
