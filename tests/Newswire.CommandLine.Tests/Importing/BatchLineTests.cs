using System.Text;
using Newswire.CommandLine.Importing;
using Newswire.Importing;

namespace Newswire.CommandLine.Tests.Importing;

public sealed class BatchLineTests
{
    [Theory]
    [InlineData("""{"headline":"A"}""", """{"id":"a-1","notify":false,"headline":"A"}""")]
    [InlineData("""{"id":"a-1","headline":"A","notify":true}""", """{"id":"a-1","headline":"A","notify":true}""")]
    [InlineData("""{"id":"a-1","withdraw":true}""", """{"id":"a-1","withdraw":true}""")]
    [InlineData("{}", """{"id":"a-1","notify":false}""")]
    [InlineData("{\n  \"headline\": \"A\\n\",\r\n  \"body\": \"{\"\n}", "{\"id\":\"a-1\",\"notify\":false,   \"headline\": \"A\\n\",    \"body\": \"{\" }")]
    [InlineData("{\"headline\":\n", "{\"headline\": ")]
    [InlineData("[1]", "[1]")]
    public void An_article_is_one_line_with_its_id_and_notifies_nobody(string json, string line) =>
        Assert.Equal(line, Text(BatchLine.Of(Article(json), notify: false)));

    [Fact]
    public void Readers_are_told_when_that_is_wanted() =>
        Assert.Equal("""{"id":"a-1","headline":"A"}""", Text(BatchLine.Of(Article("""{"headline":"A"}"""), notify: true)));

    [Theory]
    [InlineData(null, """{"id":"a-1","withdraw":true}""")]
    [InlineData(7L, """{"id":"a-1","withdraw":true,"version":7}""")]
    public void A_withdrawal_is_a_line(long? version, string line) =>
        Assert.Equal(line, Text(BatchLine.Of(new ImportedItem.Withdrawal("p", "a-1", version))));

    [Fact]
    public void A_chain_knows_items_from_others_and_their_order()
    {
        ImportedItem[] items =
        [
            Article("{}"), Article("{ }"), new ImportedItem.Article("q", "a-1", "{}"u8.ToArray()), Article("{}") with { Losses = ["A film."] },
            new ImportedItem.Withdrawal("p", "a-1", null), new ImportedItem.LeftOut("p", "A draft."),
        ];

        var chains = from first in items from second in items select ItemChain.Add(ItemChain.Add(ItemChain.Empty, first), second);

        Assert.Equal(items.Length * items.Length, chains.Distinct(StringComparer.Ordinal).Count());
    }

    private static ImportedItem.Article Article(string json) => new("p", "a-1", Encoding.UTF8.GetBytes(json));

    private static string Text(ReadOnlyMemory<byte> line) => Encoding.UTF8.GetString(line.Span);
}
