using System.Text;
using Newswire.Catalog;

namespace Newswire.TestKit.Storage;

/// <summary>What <see cref="ICatalogPages"/> promises, whatever stands behind it. Every test has an empty catalog.</summary>
public abstract class CatalogPagesContract
{
    private const int Appenders = 50;
    private const int Replacers = 6;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    protected abstract ICatalogPages Pages { get; }

    [Fact]
    public async Task An_empty_catalog_begins_with_page_one()
    {
        Assert.Equal(1, await Pages.LastAsync(Token));
        AssertContent("", 0, isSealed: false, await Pages.ReadAsync(1, 0, 100, Token));
        AssertContent("", 0, isSealed: false, await Pages.ReadAsync(7, 42, 100, Token));
    }

    [Fact]
    public async Task The_first_append_creates_the_page_and_each_goes_to_its_end()
    {
        Assert.Equal(new AppendResult.Appended(0, 1), await Pages.AppendAsync(1, Bytes("first\n"), Token));
        Assert.Equal(new AppendResult.Appended(6, 2), await Pages.AppendAsync(1, Bytes("second\n"), Token));
        Assert.Equal(new AppendResult.Appended(13, 3), await Pages.AppendAsync(1, Bytes("3\n"), Token));

        AssertContent("first\nsecond\n3\n", 15, isSealed: false, await Pages.ReadAsync(1, 0, 100, Token));
    }

    [Fact]
    public async Task Pages_are_separate_and_the_newest_is_the_last()
    {
        foreach (var page in new[] { 9, 10, 2 })
        {
            await Pages.AppendAsync(page, Bytes($"page {page}"), Token);
        }

        Assert.Equal(10, await Pages.LastAsync(Token));
        AssertContent("page 2", 6, isSealed: false, await Pages.ReadAsync(2, 0, 100, Token));
        AssertContent("page 10", 7, isSealed: false, await Pages.ReadAsync(10, 0, 100, Token));
        AssertContent("", 0, isSealed: false, await Pages.ReadAsync(3, 0, 100, Token));
    }

    [Theory]
    [InlineData(0, 100, "0123456789")]
    [InlineData(0, 10, "0123456789")]
    [InlineData(0, 4, "0123")]
    [InlineData(0, 1, "0")]
    [InlineData(1, 3, "123")]
    [InlineData(4, 100, "456789")]
    [InlineData(9, 1, "9")]
    [InlineData(9, 100, "9")]
    [InlineData(10, 1, "")]
    [InlineData(10, 100, "")]
    [InlineData(11, 100, "")]
    [InlineData(5000, 100, "")]
    public async Task Any_part_can_be_read_together_with_the_state_of_the_page(long offset, int maxBytes, string expected)
    {
        await Pages.AppendAsync(1, Bytes("01234"), Token);
        await Pages.AppendAsync(1, Bytes("56789"), Token);

        AssertContent(expected, 10, isSealed: false, await Pages.ReadAsync(1, offset, maxBytes, Token));
        await Pages.SealAsync(1, Token);
        AssertContent(expected, 10, isSealed: true, await Pages.ReadAsync(1, offset, maxBytes, Token));
    }

    [Fact]
    public async Task A_sealed_page_takes_nothing_more()
    {
        await Pages.AppendAsync(1, Bytes("first\n"), Token);
        await Pages.SealAsync(1, Token);

        Assert.IsType<AppendResult.PageSealed>(await Pages.AppendAsync(1, Bytes("second\n"), Token));
        await Pages.SealAsync(1, Token);
        AssertContent("first\n", 6, isSealed: true, await Pages.ReadAsync(1, 0, 100, Token));
        Assert.Equal(new AppendResult.Appended(0, 1), await Pages.AppendAsync(2, Bytes("second\n"), Token));
    }

    [Fact]
    public async Task A_page_can_be_sealed_before_anything_is_in_it()
    {
        await Pages.SealAsync(3, Token);

        AssertContent("", 0, isSealed: true, await Pages.ReadAsync(3, 0, 100, Token));
        Assert.IsType<AppendResult.PageSealed>(await Pages.AppendAsync(3, Bytes("late"), Token));
        Assert.Equal(3, await Pages.LastAsync(Token));
    }

    [Fact]
    public async Task Blocks_of_many_appenders_never_mix()
    {
        var blocks = Enumerable.Range(0, Appenders)
            .Select(number => $"{number:D3}:{new string((char)('a' + (number % 26)), 1 + (number * 97 % 3000))}\n")
            .ToArray();

        var results = await Task.WhenAll(blocks.Select(block => Task.Run(() => Pages.AppendAsync(1, Bytes(block), Token))));

        var page = Encoding.UTF8.GetString((await Pages.ReadAsync(1, 0, int.MaxValue, Token)).Bytes.Span);
        Assert.Equal(blocks, page.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => $"{line}\n").Order(StringComparer.Ordinal));
        Assert.All(
            results.Zip(blocks),
            pair => Assert.Equal(
                pair.Second,
                page.Substring((int)Assert.IsType<AppendResult.Appended>(pair.First).Offset, pair.Second.Length)));
    }

    [Fact]
    public async Task What_races_with_the_seal_is_in_the_page_or_refused()
    {
        await Pages.AppendAsync(1, Bytes("first\n"), Token);

        var sealing = Task.Run(() => Pages.SealAsync(1, Token));
        var reading = Task.Run(ReadToTheSealAsync);
        var results = await Task.WhenAll(
            Enumerable.Range(0, Appenders).Select(number => Task.Run(() => Pages.AppendAsync(1, Bytes($"{number:D3}\n"), Token))));
        await sealing;

        var page = Encoding.UTF8.GetString((await Pages.ReadAsync(1, 0, int.MaxValue, Token)).Bytes.Span);
        Assert.Equal(page, await reading);
        for (var number = 0; number < Appenders; number++)
        {
            Assert.Equal(results[number] is AppendResult.Appended, page.Contains($"{number:D3}\n", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task A_large_block_is_appended_and_read_whole()
    {
        var block = new byte[9 * 1024 * 1024];
        block.AsSpan().Fill((byte)'x');
        block[^1] = (byte)'\n';
        await Pages.AppendAsync(1, Bytes("first\n"), Token);

        Assert.Equal(new AppendResult.Appended(6, 2), await Pages.AppendAsync(1, block, Token));
        Assert.True((await Pages.ReadAsync(1, 6, block.Length, Token)).Bytes.Span.SequenceEqual(block));
    }

    [Fact]
    public async Task Appended_bytes_are_not_the_writers_buffer()
    {
        var buffer = "before"u8.ToArray();
        await Pages.AppendAsync(1, buffer, Token);
        buffer.AsSpan().Clear();

        AssertContent("before", 6, isSealed: false, await Pages.ReadAsync(1, 0, 100, Token));
    }

    [Fact]
    public async Task Bytes_are_replaced_where_they_stand_and_the_page_is_closed()
    {
        await Pages.AppendAsync(1, Bytes("first\n"), Token);
        await Pages.AppendAsync(1, Bytes("second\n"), Token);

        await Pages.OverwriteAsync(1, [Patch(0, "FIR"), Patch(5, "-SECOND"), Patch(13, "")], Token);

        AssertContent("FIRst-SECOND\n", 13, isSealed: true, await Pages.ReadAsync(1, 0, 100, Token));
        Assert.IsType<AppendResult.PageSealed>(await Pages.AppendAsync(1, Bytes("third\n"), Token));
        await Pages.SealAsync(1, Token);
        AssertContent("FIRst-SECOND\n", 13, isSealed: true, await Pages.ReadAsync(1, 0, 100, Token));
        Assert.Equal(1, await Pages.LastAsync(Token));
        Assert.Equal(new AppendResult.Appended(0, 1), await Pages.AppendAsync(2, Bytes("third\n"), Token));
        Assert.Equal(2, await Pages.LastAsync(Token));
    }

    [Theory]
    [InlineData(0, 100, "abcDEFGHij")]
    [InlineData(0, 4, "abcD")]
    [InlineData(3, 1, "D")]
    [InlineData(4, 100, "EFGHij")]
    [InlineData(9, 1, "j")]
    [InlineData(10, 100, "")]
    [InlineData(11, 1, "")]
    public async Task Any_part_of_a_page_with_replaced_bytes_can_be_read(long offset, int maxBytes, string expected)
    {
        await Pages.AppendAsync(1, Bytes("abcdefghij"), Token);
        await Pages.ReadAsync(1, offset, maxBytes, Token);
        await Pages.SealAsync(1, Token);
        await Pages.ReadAsync(1, offset, maxBytes, Token);

        await Pages.OverwriteAsync(1, [Patch(3, "DEFGH")], Token);

        AssertContent(expected, 10, isSealed: true, await Pages.ReadAsync(1, offset, maxBytes, Token));
    }

    [Fact]
    public async Task Replacing_again_keeps_what_was_replaced_before()
    {
        await Pages.AppendAsync(1, Bytes("abcdefghij"), Token);

        await Pages.OverwriteAsync(1, [Patch(0, "A")], Token);
        await Pages.OverwriteAsync(1, [Patch(9, "J"), Patch(4, "E")], Token);
        await Pages.OverwriteAsync(1, [Patch(9, "J"), Patch(4, "E")], Token);

        AssertContent("AbcdEfghiJ", 10, isSealed: true, await Pages.ReadAsync(1, 0, 100, Token));
    }

    [Fact]
    public async Task A_patch_beyond_the_page_changes_nothing()
    {
        await Pages.AppendAsync(1, Bytes("abc"), Token);

        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Pages.OverwriteAsync(1, [Patch(0, "A"), Patch(2, "CD")], Token));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Pages.OverwriteAsync(1, [Patch(-1, "A")], Token));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Pages.OverwriteAsync(7, [Patch(0, "A")], Token));
        await Pages.OverwriteAsync(1, [], Token);
        await Pages.OverwriteAsync(8, [], Token);

        AssertContent("abc", 3, isSealed: false, await Pages.ReadAsync(1, 0, 100, Token));
        Assert.Equal(1, await Pages.LastAsync(Token));
        Assert.IsType<AppendResult.Appended>(await Pages.AppendAsync(1, Bytes("d"), Token));
    }

    [Fact]
    public async Task All_who_replace_bytes_of_one_page_at_once_win()
    {
        await Pages.AppendAsync(1, Bytes(new string('.', Appenders) + "\n"), Token);

        var writing = Enumerable.Range(0, Replacers)
            .Select(number => Task.Run(() => Pages.OverwriteAsync(1, [Patch(number * 7, "xyz")], Token)))
            .ToArray();
        var reading = Task.Run(() => ReadUntilAsync(Task.WhenAll(writing)));
        await Task.WhenAll(writing);

        var expected = string.Concat(Enumerable.Repeat("xyz....", Replacers));
        AssertContent(
            expected + new string('.', Appenders - expected.Length) + "\n",
            Appenders + 1,
            isSealed: true,
            await Pages.ReadAsync(1, 0, 100, Token));
        Assert.All(await reading, text => Assert.Matches("^(xyz|\\.)+\n$", text));
    }

    [Fact]
    public async Task What_races_with_a_replacement_is_in_the_page_or_refused()
    {
        await Pages.AppendAsync(1, Bytes("first\n"), Token);

        var replacing = Task.Run(() => Pages.OverwriteAsync(1, [Patch(0, "FIRST")], Token));
        var reading = Task.Run(ReadToTheSealAsync);
        var results = await Task.WhenAll(
            Enumerable.Range(0, Appenders).Select(number => Task.Run(() => Pages.AppendAsync(1, Bytes($"{number:D3}\n"), Token))));
        await replacing;

        var page = Encoding.UTF8.GetString((await Pages.ReadAsync(1, 0, int.MaxValue, Token)).Bytes.Span);
        Assert.StartsWith("FIRST\n", page, StringComparison.Ordinal);
        Assert.Equal(page, await reading, ignoreCase: true);
        for (var number = 0; number < Appenders; number++)
        {
            Assert.Equal(results[number] is AppendResult.Appended, page.Contains($"{number:D3}\n", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Bytes_are_replaced_in_a_page_of_any_size()
    {
        // More than any reasonable adapter moves in one piece, and patches across the seams.
        var content = new byte[9 * 1024 * 1024];
        content.AsSpan().Fill((byte)'x');
        await Pages.AppendAsync(1, content, Token);
        List<PagePatch> patches = [];
        for (var seam = 1; seam < 9; seam++)
        {
            var patch = new PagePatch((seam * 1024L * 1024) - 3, Bytes("replaced"));
            patch.ApplyTo(content, 0);
            patches.Add(patch);
        }

        await Pages.OverwriteAsync(1, patches[..3], Token);
        await Pages.OverwriteAsync(1, patches[3..], Token);

        Assert.True((await Pages.ReadAsync(1, 0, content.Length, Token)).Bytes.Span.SequenceEqual(content));
    }

    [Fact]
    public async Task The_callers_cancellation_is_no_fault_of_storage()
    {
        var cancelled = new CancellationToken(canceled: true);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Pages.LastAsync(cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Pages.AppendAsync(1, Bytes("a"), cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Pages.SealAsync(1, cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Pages.ReadAsync(1, 0, 1, cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Pages.OverwriteAsync(1, [Patch(0, "a")], cancelled));
    }

    private static PagePatch Patch(long offset, string text) => new(offset, Bytes(text));

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private static void AssertContent(string expected, long lengthBytes, bool isSealed, PageContent content)
    {
        Assert.Equal(expected, Encoding.UTF8.GetString(content.Bytes.Span));
        Assert.Equal(lengthBytes, content.LengthBytes);
        Assert.Equal(isSealed, content.Sealed);
    }

    /// <summary>Reads as the projection does: on until the page is sealed and read to the length it has then.</summary>
    private async Task<string> ReadToTheSealAsync()
    {
        var text = new StringBuilder();
        while (true)
        {
            var content = await Pages.ReadAsync(1, text.Length, 64, Token);
            text.Append(Encoding.UTF8.GetString(content.Bytes.Span));
            if (content.Sealed && text.Length >= content.LengthBytes)
            {
                return text.ToString();
            }
        }
    }

    private async Task<List<string>> ReadUntilAsync(Task end)
    {
        List<string> texts = [];
        do
        {
            texts.Add(Encoding.UTF8.GetString((await Pages.ReadAsync(1, 0, 100, Token)).Bytes.Span));
        }
        while (!end.IsCompleted);

        return texts;
    }
}
