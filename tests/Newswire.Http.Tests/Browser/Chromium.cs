using Microsoft.Playwright;

namespace Newswire.Http.Tests.Browser;

/// <summary>
/// A real Chromium, driven by Playwright. <c>CHROMIUM</c> names its executable; the default is where Debian's package
/// <c>chromium</c> puts it. A machine without one fails these tests.
/// </summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string Executable =
        Environment.GetEnvironmentVariable("CHROMIUM") is { Length: > 0 } named ? named : "/usr/bin/chromium";

    private IPlaywright? playwright;
    private IBrowser? browser;

    public async ValueTask InitializeAsync()
    {
        if (!File.Exists(Executable))
        {
            throw new FileNotFoundException(
                $"These tests need Chromium and found none at {Executable}. Install Debian's package chromium "
                + "(.ci/run does), or name the executable in the environment variable CHROMIUM.");
        }

        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Executable,
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
                "--disable-component-update", "--disable-sync",
            ],
        });
    }

    /// <summary>A new window of its own, which ends with the test.</summary>
    public async Task<Window> OpenAsync(Look look, bool scripts = true)
    {
        var context = await browser!.NewContextAsync(new()
        {
            ColorScheme = look.Dark ? ColorScheme.Dark : ColorScheme.Light,
            ViewportSize = new() { Width = look.Width, Height = look.Height },
            JavaScriptEnabled = scripts,
            ReducedMotion = ReducedMotion.Reduce,
        });
        return new Window(context, await context.NewPageAsync());
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.CloseAsync();
        }

        playwright?.Dispose();
    }
}
