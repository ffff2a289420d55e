using System.Globalization;
using System.Text.Json;
using Microsoft.Playwright;

namespace Newswire.Http.Tests.Browser.Push;

/// <summary>
/// Runs script inside a service worker. Playwright for .NET has no way to, so this speaks the protocol of Chromium's
/// developer tools with the worker, through the browser.
/// </summary>
internal sealed class WorkerConsole : IAsyncDisposable
{
    private readonly ICDPSession browser;
    private readonly string session;
    private int messages;

    private WorkerConsole(ICDPSession browser, string session) => (this.browser, this.session) = (browser, session);

    /// <summary>The console of the worker of a page.</summary>
    /// <param name="page">The page.</param>
    /// <param name="inspector">A session with the page.</param>
    public static async Task<WorkerConsole> OpenAsync(IPage page, ICDPSession inspector)
    {
        // Windows of other tests have workers, too.
        var context = (await inspector.SendAsync("Target.getTargetInfo"))!.Value.GetProperty("targetInfo").GetProperty("browserContextId").GetString();
        var whole = await page.Context.Browser!.NewBrowserCDPSessionAsync();
        var targets = (await whole.SendAsync("Target.getTargets"))!.Value.GetProperty("targetInfos");
        var worker = targets.EnumerateArray().Single(target =>
            target.GetProperty("type").GetString() == "service_worker"
            && target.GetProperty("browserContextId").GetString() == context);
        var attached = await whole.SendAsync("Target.attachToTarget", new Dictionary<string, object>
        {
            ["targetId"] = worker.GetProperty("targetId").GetString()!,
            ["flatten"] = false,
        });
        return new WorkerConsole(whole, attached!.Value.GetProperty("sessionId").GetString()!);
    }

    /// <summary>The text that an expression comes to, once it has.</summary>
    public async Task<string> EvaluateAsync(string expression)
    {
        var id = ++messages;
        var answered = new TaskCompletionSource<JsonElement>(TaskCreationOptions.RunContinuationsAsynchronously);
        browser.Event("Target.receivedMessageFromTarget").OnEvent += (_, message) =>
        {
            using var answer = JsonDocument.Parse(message!.Value.GetProperty("message").GetString()!);
            if (answer.RootElement.TryGetProperty("id", out var of) && of.GetInt32() == id)
            {
                answered.TrySetResult(answer.RootElement.Clone());
            }
        };
        await browser.SendAsync("Target.sendMessageToTarget", new Dictionary<string, object>
        {
            ["sessionId"] = session,
            ["message"] = JsonSerializer.Serialize(new
            {
                id,
                method = "Runtime.evaluate",
                @params = new { expression, awaitPromise = true, returnByValue = true },
            }),
        });
        var result = (await answered.Task).GetProperty("result");
        return result.TryGetProperty("exceptionDetails", out var thrown)
            ? throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"The worker threw: {thrown}"))
            : result.GetProperty("result").GetProperty("value").GetString()!;
    }

    public async ValueTask DisposeAsync() => await browser.DetachAsync();
}
