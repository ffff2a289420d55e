using System.Buffers.Text;
using System.Text;
using System.Text.Json.Nodes;
using Newswire.Storage;
using Newswire.TestKit.Storage;
using Newswire.WebPush;

namespace Newswire.Tests.WebPush;

/// <summary>One key, made once, and never lost.</summary>
public sealed class VapidKeysTests
{
    private readonly InMemoryObjectStore store = new();

    [Fact]
    public async Task The_key_is_made_when_it_is_first_asked_for_and_stays_in_every_process()
    {
        var made = await new VapidKeys(store).GetAsync(CancellationToken.None);
        var read = await new VapidKeys(store).GetAsync(CancellationToken.None);

        Assert.Equal(made.PublicKey, read.PublicKey);
        var point = Base64Url.DecodeFromChars(made.PublicKey);
        Assert.Equal(65, point.Length);
        Assert.Equal(4, point[0]);
    }

    [Fact]
    public async Task A_process_reads_the_key_once()
    {
        var keys = new VapidKeys(store);
        var key = await keys.GetAsync(CancellationToken.None);
        await store.DeleteAsync(VapidKeys.Path, (await store.HeadAsync(VapidKeys.Path, CancellationToken.None))!.ETag, CancellationToken.None);

        Assert.Same(key, await keys.GetAsync(CancellationToken.None));
        Assert.Empty(store.Snapshot());
    }

    [Fact]
    public async Task Two_processes_that_begin_at_once_have_one_key()
    {
        var other = new VapidKeys(store);
        string? first = null;
        var late = new VapidKeys(new LateStore(store, async () => first = (await other.GetAsync(CancellationToken.None)).PublicKey));

        var second = await late.GetAsync(CancellationToken.None);

        Assert.NotNull(first);
        Assert.Equal(first, second.PublicKey);
    }

    [Fact]
    public async Task A_key_that_is_gone_in_the_moment_it_was_there_is_not_made_up()
    {
        var late = new VapidKeys(new LateStore(store, () => Task.CompletedTask, isConflict: true));

        await Assert.ThrowsAsync<InvalidDataException>(async () => await late.GetAsync(CancellationToken.None));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("nonsense")]
    [InlineData("""{"kty":"EC","crv":"P-256","x":null,"y":"","d":""}""")]
    [InlineData("""{"kty":"EC","crv":"P-256","x":"","y":"","d":""}""")]
    [InlineData("""{"kty":"EC","crv":"P-256","x":"!","y":"!","d":"!"}""")]
    public async Task What_is_no_key_is_neither_used_nor_overwritten(string stored)
    {
        await StoreAsync(stored);

        var exception = await Assert.ThrowsAsync<InvalidDataException>(async () => await new VapidKeys(store).GetAsync(CancellationToken.None));

        Assert.Contains("keys/vapid.json", exception.Message, StringComparison.Ordinal);
        Assert.Null(exception.InnerException);
        Assert.Equal(stored, Encoding.UTF8.GetString(store.Snapshot()[VapidKeys.Path].Content.Span));
    }

    [Theory]
    [InlineData("kty", "RSA")]
    [InlineData("crv", "P-384")]
    [InlineData("x", "BP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZII")]
    [InlineData("d", "yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw")]
    [InlineData("d", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task Halves_that_do_not_belong_together_are_no_key(string member, string value)
    {
        await new VapidKeys(store).GetAsync(CancellationToken.None);
        var stored = JsonNode.Parse(store.Snapshot()[VapidKeys.Path].Content.Span)!;
        stored[member] = value;
        await StoreAsync(stored.ToJsonString());

        await Assert.ThrowsAsync<InvalidDataException>(async () => await new VapidKeys(store).GetAsync(CancellationToken.None));
    }

    [Fact]
    public async Task A_failure_of_storage_is_no_reason_to_make_a_key()
    {
        var keys = new VapidKeys(new LateStore(store, () => Task.CompletedTask, isAway: true));

        await Assert.ThrowsAsync<IOException>(async () => await keys.GetAsync(CancellationToken.None));
        Assert.Empty(store.Snapshot());
    }

    [Fact]
    public async Task The_private_key_is_in_storage_and_nowhere_that_prints()
    {
        var key = await new VapidKeys(store).GetAsync(CancellationToken.None);
        var secret = JsonNode.Parse(store.Snapshot()[VapidKeys.Path].Content.Span)!["d"]!.GetValue<string>();

        Assert.Equal(43, secret.Length);
        Assert.DoesNotContain(secret, key.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(secret, key.Store().ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(secret, System.Text.Json.JsonSerializer.Serialize(key), StringComparison.Ordinal);
    }

    private async Task StoreAsync(string text)
    {
        var etag = (await store.HeadAsync(VapidKeys.Path, CancellationToken.None))?.ETag;
        await store.WriteAsync(VapidKeys.Path, new ObjectContent(Encoding.UTF8.GetBytes(text), "application/json"), etag, CancellationToken.None);
    }

    /// <summary>Storage in which something happens between the first read and the write.</summary>
    private sealed class LateStore(IObjectStore inner, Func<Task> meanwhile, bool isConflict = false, bool isAway = false) : IObjectStore
    {
        public Task<StoredObject?> ReadAsync(ObjectPath path, CancellationToken cancellationToken) =>
            isAway ? throw new IOException("Storage is away.") : inner.ReadAsync(path, cancellationToken);

        public async Task<WriteResult> WriteAsync(
            ObjectPath path, ObjectContent content, string? expectedETag, CancellationToken cancellationToken)
        {
            await meanwhile();
            return isConflict ? new WriteResult.Conflict() : await inner.WriteAsync(path, content, expectedETag, cancellationToken);
        }

        public Task<ObjectProperties?> HeadAsync(ObjectPath path, CancellationToken cancellationToken) => inner.HeadAsync(path, cancellationToken);

        public Task<bool> DeleteAsync(ObjectPath path, string expectedETag, CancellationToken cancellationToken) =>
            inner.DeleteAsync(path, expectedETag, cancellationToken);

        public IAsyncEnumerable<string> ListAsync(string container, string prefix, CancellationToken cancellationToken) =>
            inner.ListAsync(container, prefix, cancellationToken);
    }
}
