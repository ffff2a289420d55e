using Microsoft.Playwright;

namespace Newswire.Http.Tests.Browser;

/// <summary>One window of the browser, and everything it complained about.</summary>
public sealed class Window : IAsyncDisposable
{
    private static readonly string? Screenshots = Environment.GetEnvironmentVariable("SCREENSHOTS");

    private readonly IBrowserContext context;
    private readonly List<string> complaints = [];

    public Window(IBrowserContext context, IPage page)
    {
        (this.context, Page) = (context, page);
        page.Console += (_, message) =>
        {
            // Browsers ask for that one by themselves, and a site need not have it.
            if (message.Type is "error" or "warning" && !message.Location.Contains("/favicon.ico", StringComparison.Ordinal))
            {
                complaints.Add($"{message.Text} ({message.Location})");
            }
        };
        page.PageError += (_, error) => complaints.Add(error);
        page.Dialog += (_, dialog) => complaints.Add("A dialog said: " + dialog.Message);
        page.Download += (_, download) => complaints.Add("It was downloaded: " + download.Url);
    }

    public IPage Page { get; }

    /// <summary>Errors and warnings of the console (violations of the policy among them), dialogs, downloads.</summary>
    public IReadOnlyList<string> Complaints => complaints;

    /// <summary>A picture of the whole page, or of a part of it, in artifacts/screenshots, when SCREENSHOTS is set.</summary>
    public async Task PictureAsync(string name, ILocator? part = null)
    {
        if (Screenshots is { Length: > 0 })
        {
            await Page.EvaluateAsync("for (const picture of document.images ?? []) picture.loading = 'eager'");
            await Page.WaitForLoadStateAsync(LoadState.NetworkIdle);

            // Playwright's own screenshots never end on a document that is not HTML, and Chromium's are empty from
            // some height on.
            const int MaxHeight = 8000;
            var height = await Page.EvaluateAsync<int>("document.documentElement.scrollHeight");
            await Page.EvaluateAsync("scrollTo(0, 0)");
            var box = part is null ? null : await part.BoundingBoxAsync();
            var clip = box is null
                ? new { x = 0f, y = 0f, width = (float)Page.ViewportSize!.Width, height = (float)Math.Min(height, MaxHeight), scale = 1 }
                : new { x = box.X - 12, y = box.Y - 12, width = box.Width + 24, height = box.Height + 24, scale = 1 };
            var session = await context.NewCDPSessionAsync(Page);
            var picture = await session.SendAsync(
                "Page.captureScreenshot",
                new Dictionary<string, object> { ["captureBeyondViewport"] = true, ["clip"] = clip });
            var folder = Directory.CreateDirectory(Path.Combine(Repository(AppContext.BaseDirectory), "artifacts", "screenshots"));
            var bytes = picture!.Value.GetProperty("data").GetBytesFromBase64();
            await File.WriteAllBytesAsync(Path.Combine(folder.FullName, name + ".png"), bytes);
        }
    }

    private static string Repository(string folder) =>
        File.Exists(Path.Combine(folder, "Functions.sln")) ? folder : Repository(Path.GetDirectoryName(folder)!);

    public ValueTask DisposeAsync() => context.DisposeAsync();
}
