using System.Net;
using System.Net.Http.Headers;
using Microsoft.Extensions.Time.Testing;
using Newswire.CommandLine.Importing;
using Newswire.CommandLine.Targets;

namespace Newswire.CommandLine.Tests.Importing;

public sealed class HttpBatchesTests : IDisposable
{
    private const string BothAccepted = """
        {"line":1,"status":202,"id":"a","position":"1.10"}
        {"line":2,"status":202,"id":"b","position":"1.20"}
        """;

    private readonly ScriptedHandler server = new();
    private readonly SilentProgress progress = new();
    private readonly HttpClient http;

    public HttpBatchesTests() => http = new HttpClient(server) { BaseAddress = new Uri("http://newswire.example/") };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_line_learns_what_came_of_it()
    {
        server.Answer(HttpStatusCode.Accepted, """
            {"line":1,"status":202,"id":"a","position":"1.10"}
            {"line":2,"status":422,"problem":{"type":"t","title":"T","status":422,"detail":"2 members","errors":[{"pointer":"/url","detail":"Must be there."},{"pointer":"","detail":"Is odd."}]}}
            """);

        Assert.Equal([null, "/url: Must be there. Is odd."], await SendAsync());
        Assert.Equal(["POST http://newswire.example/api/articles application/x-ndjson {}\n{}\n"], server.Requests);
    }

    [Fact]
    public async Task A_batch_of_which_nothing_is_acceptable_is_answered_line_by_line_too()
    {
        server.Answer(HttpStatusCode.UnprocessableEntity, """
            {"line":1,"status":400,"problem":{"title":"T","status":400,"detail":"Not JSON."}}
            {"line":2,"status":400,"problem":{"title":"T","status":400,"detail":"Not JSON."}}
            """);

        Assert.Equal(["Not JSON.", "Not JSON."], await SendAsync());
    }

    [Fact]
    public async Task It_is_sent_again_when_the_server_says_later_or_the_connection_breaks()
    {
        server.Answer(HttpStatusCode.TooManyRequests, "", retryAfter: TimeSpan.Zero);
        server.Answer(HttpStatusCode.ServiceUnavailable, "", retryAfter: TimeSpan.Zero);
        server.Break(new HttpRequestException("The connection was reset."));
        server.Break(new IOException("The connection was reset."));
        server.Answer(HttpStatusCode.Accepted, BothAccepted);
        var time = new FakeTimeProvider();

        var sent = SendAsync(time);
        while (!sent.IsCompleted)
        {
            time.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        Assert.Equal([null, null], await sent);
        Assert.Equal(5, server.Requests.Count);
        Assert.Single(server.Requests.Distinct(StringComparer.Ordinal));
        Assert.Equal([TimeSpan.Zero, TimeSpan.Zero, TimeSpan.FromSeconds(4), TimeSpan.FromSeconds(8)], progress.Waited);
    }

    [Fact]
    public async Task A_refusal_of_the_whole_ends_the_import_with_its_sentence()
    {
        server.Answer(HttpStatusCode.Forbidden, """{"title":"The key is not accepted","status":403,"detail":"It has been revoked."}""", "application/problem+json");

        var failure = await Assert.ThrowsAsync<CommandFailedException>(() => SendAsync());

        Assert.Equal("The key is not accepted. It has been revoked.", failure.Message);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task What_is_no_Newswire_is_said_to_be_none()
    {
        server.Answer(HttpStatusCode.OK, "<html>", "text/html");
        await Assert.ThrowsAsync<CommandFailedException>(() => SendAsync());

        server.Answer(HttpStatusCode.Accepted, """{"line":1,"status":202}""");
        await Assert.ThrowsAsync<CommandFailedException>(() => SendAsync());
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(4, 8)]
    [InlineData(9, 30)]
    public void Waits_grow_up_to_half_a_minute(int tries, int seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), SendPatience.Wait(tries, retryAfter: null));

    [Fact]
    public void Patience_ends()
    {
        Assert.Equal(TimeSpan.FromMinutes(5), SendPatience.Wait(1, TimeSpan.FromMinutes(5)));
        Assert.Null(SendPatience.Wait(SendPatience.MaxTries, TimeSpan.Zero));
    }

    public void Dispose()
    {
        http.Dispose();
        server.Dispose();
    }

    private Task<IReadOnlyList<string?>> SendAsync(TimeProvider? time = null) =>
        new HttpBatches(new NewswireClient(http, "The server"), "api/articles", progress, time ?? TimeProvider.System)
            .SendAsync(["{}"u8.ToArray(), "{}"u8.ToArray()], Token);

    /// <summary>A server that answers as it was told, one answer a request.</summary>
    private sealed class ScriptedHandler : HttpMessageHandler
    {
        private readonly Queue<Func<HttpResponseMessage>> answers = new();

        public List<string> Requests { get; } = [];

        public void Answer(HttpStatusCode status, string content, string type = "application/x-ndjson", TimeSpan? retryAfter = null) => answers.Enqueue(() =>
        {
            var answer = new HttpResponseMessage(status) { Content = new StringContent(content, new MediaTypeHeaderValue(type)) };
            answer.Headers.RetryAfter = retryAfter is { } wait ? new RetryConditionHeaderValue(wait) : null;
            return answer;
        });

        public void Break(Exception exception) => answers.Enqueue(() => throw exception);

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Requests.Add($"{request.Method} {request.RequestUri} {request.Content!.Headers.ContentType} {await request.Content.ReadAsStringAsync(cancellationToken)}");
            return answers.Dequeue()();
        }
    }
}
