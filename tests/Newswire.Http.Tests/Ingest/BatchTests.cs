using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Newswire.Articles.Submissions;
using Newswire.Http.Tests.Surface;

namespace Newswire.Http.Tests.Ingest;

public sealed class BatchTests : SurfaceTests
{
    public static TheoryData<string, int, string> BadLines { get; } = new()
    {
        { "not JSON", 400, "urn:newswire:problem:malformed" },
        { "{\"id\":\"x\"", 400, "urn:newswire:problem:malformed" },
        { "{\"id\":\"\xFF\"}", 400, "urn:newswire:problem:malformed" },
        { "{\"\\ud800\":1}", 400, "urn:newswire:problem:malformed" },
        { "{\"id\":\"x\",\"id\":\"x\"}", 400, "urn:newswire:problem:malformed" },
        { "[]", 400, "urn:newswire:problem:wrong-type" },
        { "\"article\"", 400, "urn:newswire:problem:wrong-type" },
        { "null", 400, "urn:newswire:problem:wrong-type" },
        { "{}", 422, "urn:newswire:problem:invalid" },
        { "{\"id\":7}", 400, "urn:newswire:problem:wrong-type" },
        { "{\"id\":\"a b\",\"withdraw\":true}", 422, "urn:newswire:problem:invalid" },
        { "{\"withdraw\":true}", 422, "urn:newswire:problem:invalid" },
        { "{\"id\":\"x\",\"withdraw\":\"yes\"}", 400, "urn:newswire:problem:wrong-type" },
        { "{\"id\":\"x\",\"withdraw\":true,\"version\":-1}", 422, "urn:newswire:problem:invalid" },
    };

    [Theory]
    [MemberData(nameof(BadLines))]
    public async Task A_bad_line_is_refused_with_its_number_and_the_others_accepted(string bad, int status, string type)
    {
        // Latin-1, so that the line with \xFF is not UTF-8.
        var content = Encoding.Latin1.GetBytes($"{Line("first")}\n{bad}\n{Line("third")}\n");

        var answer = await Surface.BatchAsync(Send.Bytes(content, "application/x-ndjson"), wait: true);

        Assert.Equal(200, answer.Status);
        Assert.Equal("application/x-ndjson; charset=utf-8", answer["Content-Type"]);
        Assert.Equal("wait=10", answer["Preference-Applied"]);
        Assert.Equal([(1, 200), (2, status), (3, 200)], answer.Lines.Select(NumberAndStatus));
        Assert.Equal(["first", null, "third"], answer.Lines.Select(line => Text(line, "id")));
        var problem = answer.Lines[1].GetProperty("problem");
        Assert.Equal(type, problem.GetProperty("type").GetString());
        Assert.Equal(status, problem.GetProperty("status").GetInt32());
        Assert.False(answer.Lines[0].TryGetProperty("problem", out _));
        Assert.Equal(200, (await Surface.SendAsync(HttpMethod.Get, "/api/articles/first")).Status);
        Assert.Equal(200, (await Surface.SendAsync(HttpMethod.Get, "/api/articles/third")).Status);
    }

    [Fact]
    public async Task Every_fault_of_a_line_is_named_at_once()
    {
        var answer = await Surface.BatchAsync(Send.Batch("{}"));

        Assert.Equal(
            ["/headline", "/id", "/published", "/url"],
            Answer.PointersOf(answer.Lines[0].GetProperty("problem")).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Blank_lines_and_CRLF_count_as_lines_and_hold_nothing()
    {
        var answer = await Surface.BatchAsync(Send.Batch($"\r\n{Line("first")}\r\n  \t\r\n\n{Line("fifth")}\r\n\r\n"));

        Assert.Equal(202, answer.Status);
        Assert.Equal([(2, 202), (5, 202)], answer.Lines.Select(NumberAndStatus));
    }

    [Fact]
    public async Task A_byte_order_mark_is_no_part_of_the_first_line()
    {
        Assert.Equal([(1, 202)], (await Surface.BatchAsync(Send.Batch("\uFEFF" + Line("first")))).Lines.Select(NumberAndStatus));
    }

    [Fact]
    public async Task A_line_may_withdraw()
    {
        await Surface.PutAsync("kept", wait: true);
        await Surface.PutAsync("withdrawn", wait: true);

        var answer = await Surface.BatchAsync(
            Send.Batch("{\"id\":\"withdrawn\",\"withdraw\":true}\n{\"id\":\"kept\",\"withdraw\":true,\"version\":0}"), wait: true);

        Assert.Equal([(1, 200), (2, 200)], answer.Lines.Select(NumberAndStatus));
        Assert.Equal(410, (await Surface.SendAsync(HttpMethod.Get, "/api/articles/withdrawn")).Status);
        Assert.Equal(200, (await Surface.SendAsync(HttpMethod.Get, "/api/articles/kept")).Status);
    }

    [Fact]
    public async Task Members_the_model_does_not_have_are_named_line_by_line()
    {
        var answer = await Surface.BatchAsync(Send.Batch(Send.Article("first"), Send.Article("second", more: ("slug", "x"))));

        Assert.False(answer.Lines[0].TryGetProperty("ignored", out _));
        Assert.Equal("/slug", Assert.Single(answer.Lines[1].GetProperty("ignored").EnumerateArray()).GetString());
    }

    [Fact]
    public async Task Nothing_but_bad_lines_is_422_and_appends_nothing()
    {
        var answer = await Surface.BatchAsync(Send.Batch("x\n{}"), wait: true);

        Assert.Equal(422, answer.Status);
        Assert.Equal([(1, 400), (2, 422)], answer.Lines.Select(NumberAndStatus));
        Assert.Equal(0, Surface.CatalogLengthBytes);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n\r\n \n")]
    public async Task A_batch_without_a_line_is_400(string nothing)
    {
        var answer = await Surface.BatchAsync(Send.Batch(nothing));

        Assert.Equal(400, answer.Status);
        Assert.Equal("application/problem+json", answer["Content-Type"]);
    }

    [Fact]
    public async Task A_line_over_1_MiB_is_refused_alone()
    {
        var big = Send.Article("big", more: ("body", new string('x', SubmissionLimits.MaxArticleBytes)));

        var answer = await Surface.BatchAsync(Send.Batch(Send.Article("small"), big));

        Assert.Equal(202, answer.Status);
        Assert.Equal([(1, 202), (2, 413)], answer.Lines.Select(NumberAndStatus));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_batch_over_32_MiB_is_413_whether_its_length_is_said_or_not(bool withLength)
    {
        var bytes = new byte[SubmissionLimits.MaxBatchBytes + 1];
        bytes.AsSpan().Fill((byte)'\n');
        Encoding.UTF8.GetBytes(Line("first")).CopyTo(bytes, 0);

        var answer = await Surface.BatchAsync(withLength
            ? Send.Bytes(bytes, "application/x-ndjson")
            : Send.Streamed(new UnseekableStream(bytes), "application/x-ndjson"));

        Assert.Equal(413, answer.Status);
        Assert.Contains("33554432", answer.Json.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Equal(0, Surface.CatalogLengthBytes);
    }

    [Fact]
    public async Task A_batch_of_32_MiB_is_read()
    {
        var bytes = new byte[SubmissionLimits.MaxBatchBytes];
        bytes.AsSpan().Fill((byte)'\n');
        Encoding.UTF8.GetBytes(Line("first")).CopyTo(bytes, 0);

        Assert.Equal(202, (await Surface.BatchAsync(Send.Bytes(bytes, "application/x-ndjson"))).Status);
    }

    [Fact]
    public async Task Of_lines_of_one_article_without_versions_the_last_wins()
    {
        var lines = Enumerable.Range(1, 20)
            .Select(i => (JsonNode)Send.Article("harbour-bridge", version: null, more: ("headline", $"Edition {i:00}")));

        await Surface.BatchAsync(Send.Batch(lines), wait: true);

        Assert.Contains("Edition 20", (await Surface.GetAsync("/feeds/latest.json")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_withdrawal_and_an_article_in_one_batch_count_in_the_order_of_the_lines(bool withdrawLast)
    {
        JsonNode[] lines = [Send.Article("harbour-bridge", version: null), new JsonObject { ["id"] = "harbour-bridge", ["withdraw"] = true }];

        await Surface.BatchAsync(Send.Batch(withdrawLast ? lines : lines.Reverse()), wait: true);

        var status = (await Surface.SendAsync(HttpMethod.Get, "/api/articles/harbour-bridge")).Status;
        Assert.Equal(withdrawLast ? 410 : 200, status);
    }

    [Fact]
    public async Task A_batch_is_one_append_and_one_message()
    {
        Answer? answer = null;
        var operations = await Surface.OperationsOfAsync(async () =>
            answer = await Surface.BatchAsync(Send.Batch(Enumerable.Range(0, 200).Select(i => Send.Article($"article-{i}")))));

        Assert.Equal(["read keys/publishers.json", "last", "append 1", "send catalog-changed"], operations);
        Assert.Equal(200, answer!.Lines.Select(line => Text(line, "position")).Distinct(StringComparer.Ordinal).Count());
    }

    [Theory]
    [InlineData("application/x-ndjson")]
    [InlineData("application/ndjson; charset=utf-8")]
    [InlineData("Application/JSONL")]
    [InlineData("application/json-lines; charset=\"UTF-8\"")]
    public async Task The_media_types_of_line_by_line_JSON_are_taken(string type)
    {
        Assert.Equal(202, (await Surface.BatchAsync(Send.Bytes(Encoding.UTF8.GetBytes(Line("first")), type))).Status);
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("text/plain")]
    [InlineData("application/x-ndjson; charset=utf-16")]
    [InlineData(null)]
    public async Task Another_media_type_is_415_and_the_right_one_named(string? type)
    {
        var answer = await Surface.BatchAsync(Send.Bytes(Encoding.UTF8.GetBytes(Line("first")), type));

        Assert.Equal(415, answer.Status);
        Assert.Contains("application/x-ndjson", answer.Json.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Equal(0, Surface.CatalogLengthBytes);
    }

    private static string Line(string id) => Send.Article(id).ToJsonString();

    private static (int Number, int Status) NumberAndStatus(JsonElement line) =>
        (line.GetProperty("line").GetInt32(), line.GetProperty("status").GetInt32());

    private static string? Text(JsonElement line, string name) =>
        line.TryGetProperty(name, out var value) ? value.GetString() : null;

    private sealed class UnseekableStream(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;
    }
}
