using System.Text;
using Newswire.Formats.Html.Push;
using Newswire.Http.Tests.Surface;

namespace Newswire.Http.Tests.Push;

public sealed class WorkerApiTests : SurfaceTests
{
    private const string Path = "/push/worker.js";

    [Fact]
    public async Task The_worker_is_a_script_that_may_ask_its_own_host_only()
    {
        var answer = await Surface.GetAsync(Path);

        Assert.Equal((200, "text/javascript; charset=utf-8"), (answer.Status, answer["Content-Type"]));
        Assert.Equal(Encoding.UTF8.GetString(PushWorker.Content.Span), answer.Text);
        Assert.Equal("default-src 'none'; connect-src 'self'; img-src http: https:", answer["Content-Security-Policy"]);
        Assert.Equal("nosniff", answer["X-Content-Type-Options"]);
    }

    [Fact]
    public async Task It_is_asked_for_anew_every_time_and_sent_when_it_has_changed()
    {
        var answer = await Surface.GetAsync(Path);
        var unchanged = await Surface.GetAsync(Path, ("If-None-Match", answer["ETag"]!));

        Assert.Equal("no-cache", answer["Cache-Control"]);
        Assert.Equal((304, answer["ETag"], ""), (unchanged.Status, unchanged["ETag"], unchanged.Text));
        Assert.Equal(200, (await Surface.GetAsync(Path, ("If-None-Match", "\"another\""))).Status);
    }

    [Fact]
    public async Task HEAD_says_what_GET_would()
    {
        var get = await Surface.GetAsync(Path);
        var head = await Surface.SendWithAsync([], HttpMethod.Head, Path);

        Assert.Equal((200, ""), (head.Status, head.Text));
        Assert.Equal((get["ETag"], get["Content-Type"], get["Content-Length"]), (head["ETag"], head["Content-Type"], head["Content-Length"]));
    }
}
