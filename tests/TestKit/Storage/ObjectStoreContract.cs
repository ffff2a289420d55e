using System.Text;
using Newswire.Storage;

namespace Newswire.TestKit.Storage;

/// <summary>What <see cref="IObjectStore"/> promises, whatever stands behind it.</summary>
public abstract class ObjectStoreContract
{
    private const int Racers = 16;

    // A container of its own for every test: each begins as on a fresh account.
    private readonly string container = $"contract-{Guid.NewGuid():N}";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    protected abstract IObjectStore Store { get; }

    [Fact]
    public async Task An_object_that_was_never_written_is_missing()
    {
        Assert.Null(await Store.ReadAsync(Path("a.json"), Token));
        Assert.Null(await Store.HeadAsync(Path("a.json"), Token));
        Assert.Empty(await ListAsync(""));
        Assert.True(await Store.DeleteAsync(Path("a.json"), "0x1", Token));
        Assert.IsType<WriteResult.Conflict>(await Store.WriteAsync(Path("a.json"), Text("a"), "0x1", Token));
        await CreateAsync("b.json", Text("b"));
        Assert.Null(await Store.ReadAsync(Path("a.json"), Token));
        Assert.Null(await Store.HeadAsync(Path("a.json"), Token));
        Assert.True(await Store.DeleteAsync(Path("a.json"), "0x1", Token));
        Assert.IsType<WriteResult.Conflict>(await Store.WriteAsync(Path("a.json"), Text("a"), "0x1", Token));
    }

    [Fact]
    public async Task Content_type_and_metadata_come_back_as_written()
    {
        byte[] bytes = [.. Enumerable.Range(0, 256).Select(value => (byte)value)];
        var etag = await CreateAsync("a.bin", new ObjectContent(bytes, "application/rss+xml; charset=utf-8")
        {
            CacheControl = "public, max-age=60",
            Metadata = new Dictionary<string, string>(StringComparer.Ordinal) { ["updated"] = "2026-03-04 ~!", ["sum"] = "0" },
        });

        var read = await Store.ReadAsync(Path("a.bin"), Token);
        var head = await Store.HeadAsync(Path("a.bin"), Token);

        Assert.NotNull(read);
        Assert.NotNull(head);
        Assert.Equal(bytes, read.Content.ToArray());
        foreach (var properties in new[] { read.Properties, head })
        {
            Assert.Equal(etag, properties.ETag);
            Assert.Equal("application/rss+xml; charset=utf-8", properties.ContentType);
            Assert.Equal(
                [("sum", "0"), ("updated", "2026-03-04 ~!")],
                properties.Metadata.Select(pair => (pair.Key, pair.Value)).Order());
        }
    }

    [Fact]
    public async Task A_write_replaces_content_and_metadata_as_a_whole()
    {
        var first = await CreateAsync("a.json", Text("long content") with
        {
            Metadata = new Dictionary<string, string>(StringComparer.Ordinal) { ["old"] = "1" },
        });
        var second = Assert.IsType<WriteResult.Written>(await Store.WriteAsync(Path("a.json"), Text(""), first, Token)).ETag;

        var read = await Store.ReadAsync(Path("a.json"), Token);

        Assert.NotNull(read);
        Assert.True(read.Content.IsEmpty);
        Assert.Empty(read.Properties.Metadata);
        Assert.Equal(second, read.Properties.ETag);
    }

    [Fact]
    public async Task An_object_is_created_once()
    {
        await CreateAsync("a.json", Text("first"));

        Assert.IsType<WriteResult.Conflict>(await Store.WriteAsync(Path("a.json"), Text("second"), null, Token));
        Assert.Equal("first", await ReadTextAsync("a.json"));
    }

    [Fact]
    public async Task A_write_with_an_old_tag_changes_nothing()
    {
        var old = await CreateAsync("a.json", Text("first"));
        Assert.IsType<WriteResult.Written>(await Store.WriteAsync(Path("a.json"), Text("second"), old, Token));

        Assert.IsType<WriteResult.Conflict>(await Store.WriteAsync(Path("a.json"), Text("third"), old, Token));
        Assert.Equal("second", await ReadTextAsync("a.json"));
    }

    [Fact]
    public async Task Writing_the_same_bytes_again_changes_the_tag()
    {
        var first = await CreateAsync("a.json", Text("same"));

        var second = Assert.IsType<WriteResult.Written>(await Store.WriteAsync(Path("a.json"), Text("same"), first, Token));

        Assert.NotEqual(first, second.ETag);
    }

    [Fact]
    public async Task The_tag_that_was_read_is_good_for_the_next_write()
    {
        await CreateAsync("a.json", Text("first"));
        var read = (await Store.ReadAsync(Path("a.json"), Token))!.Properties.ETag;
        Assert.IsType<WriteResult.Written>(await Store.WriteAsync(Path("a.json"), Text("second"), read, Token));
        var head = (await Store.HeadAsync(Path("a.json"), Token))!.ETag;
        Assert.IsType<WriteResult.Written>(await Store.WriteAsync(Path("a.json"), Text("third"), head, Token));

        Assert.Equal("third", await ReadTextAsync("a.json"));
    }

    [Fact]
    public async Task Stored_bytes_are_not_the_writers_buffer()
    {
        var buffer = Encoding.UTF8.GetBytes("before");
        await CreateAsync("a.json", new ObjectContent(buffer, "text/plain"));
        buffer.AsSpan().Clear();

        Assert.Equal("before", await ReadTextAsync("a.json"));
    }

    [Fact]
    public async Task Of_many_writers_with_the_same_tag_one_wins()
    {
        var etag = await CreateAsync("a.json", Text("start"));

        var winner = await RaceAsync(number => Store.WriteAsync(Path("a.json"), Text($"writer {number}"), etag, Token));

        Assert.Equal($"writer {winner}", await ReadTextAsync("a.json"));
    }

    [Fact]
    public async Task Of_many_creators_one_wins()
    {
        var winner = await RaceAsync(number => Store.WriteAsync(Path("a.json"), Text($"writer {number}"), null, Token));

        Assert.Equal($"writer {winner}", await ReadTextAsync("a.json"));
    }

    [Fact]
    public async Task Only_the_version_that_was_meant_is_deleted()
    {
        var old = await CreateAsync("a.json", Text("first"));
        var current = Assert.IsType<WriteResult.Written>(await Store.WriteAsync(Path("a.json"), Text("second"), old, Token)).ETag;

        Assert.False(await Store.DeleteAsync(Path("a.json"), old, Token));
        Assert.Equal("second", await ReadTextAsync("a.json"));
        Assert.True(await Store.DeleteAsync(Path("a.json"), current, Token));
        Assert.Null(await Store.ReadAsync(Path("a.json"), Token));
        Assert.True(await Store.DeleteAsync(Path("a.json"), current, Token));
    }

    [Fact]
    public async Task A_deleted_object_can_be_created_again_under_a_new_tag()
    {
        var first = await CreateAsync("a.json", Text("same"));
        await Store.DeleteAsync(Path("a.json"), first, Token);

        Assert.IsType<WriteResult.Conflict>(await Store.WriteAsync(Path("a.json"), Text("same"), first, Token));
        Assert.NotEqual(first, await CreateAsync("a.json", Text("same")));
    }

    [Fact]
    public async Task Names_are_listed_by_prefix_in_ordinal_order()
    {
        string[] names = ["b/2", "a/10", "a/2", "a/B", "a-1", "a/b/c", "a", "A/1"];
        foreach (var name in names)
        {
            await CreateAsync(name, Text(name));
        }

        Assert.Equal(["A/1", "a", "a-1", "a/10", "a/2", "a/B", "a/b/c", "b/2"], await ListAsync(""));
        Assert.Equal(["a/10", "a/2", "a/B", "a/b/c"], await ListAsync("a/"));
        Assert.Equal(["a/b/c"], await ListAsync("a/b/c"));
        Assert.Empty(await ListAsync("a/b/c/"));
        Assert.Empty(await Store.ListAsync($"{container}-2", "", Token).ToListAsync(Token));
    }

    [Theory]
    [InlineData("0123456789-ABCXYZ_abcxyz.~.json")]
    [InlineData("topics/crime/pages/0000000001.json")]
    [InlineData("topics/économie & société/日本語/directory.json")]
    [InlineData("topics/кримінал+100%/ﬂuß 🙂.json")]
    [InlineData("a b/c:d@e!$&'()*,;=[]#?x=y.json")]
    [InlineData("percent%2Fencoded%20name.json")]
    public async Task A_name_is_kept_letter_by_letter(string name)
    {
        var etag = await CreateAsync(name, Text(name));

        Assert.Equal(name, await ReadTextAsync(name));
        Assert.Equal([name], await ListAsync(name));
        Assert.True(await Store.DeleteAsync(Path(name), etag, Token));
    }

    [Fact]
    public async Task Names_that_differ_only_in_case_or_encoding_are_different()
    {
        string[] names = ["a/x", "A/x", "a%2Fx", "a%2fx"];
        foreach (var name in names)
        {
            await CreateAsync(name, Text(name));
        }

        foreach (var name in names)
        {
            Assert.Equal(name, await ReadTextAsync(name));
        }
    }

    [Fact]
    public async Task The_callers_cancellation_is_no_fault_of_storage()
    {
        var cancelled = new CancellationToken(canceled: true);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Store.ReadAsync(Path("a"), cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Store.HeadAsync(Path("a"), cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Store.WriteAsync(Path("a"), Text("a"), null, cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Store.DeleteAsync(Path("a"), "0x1", cancelled));
    }

    private static ObjectContent Text(string text) => new(Encoding.UTF8.GetBytes(text), "text/plain");

    /// <summary>Lets many write at once; the number of the one that won.</summary>
    private static async Task<int> RaceAsync(Func<int, Task<WriteResult>> write)
    {
        var results = await Task.WhenAll(Enumerable.Range(0, Racers).Select(number => Task.Run(() => write(number))));
        var winner = Assert.Single(Enumerable.Range(0, Racers), number => results[number] is WriteResult.Written);
        Assert.Equal(Racers - 1, results.Count(result => result is WriteResult.Conflict));
        return winner;
    }

    private ObjectPath Path(string name) => new(container, name);

    private async Task<string> CreateAsync(string name, ObjectContent content) =>
        Assert.IsType<WriteResult.Written>(await Store.WriteAsync(Path(name), content, null, Token)).ETag;

    private async Task<string> ReadTextAsync(string name) =>
        Encoding.UTF8.GetString((await Store.ReadAsync(Path(name), Token))!.Content.Span);

    private async Task<List<string>> ListAsync(string prefix) =>
        await Store.ListAsync(container, prefix, Token).ToListAsync(Token);
}
