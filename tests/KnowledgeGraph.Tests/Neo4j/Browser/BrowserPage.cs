using Microsoft.Playwright;
using NUnit.Framework;

namespace KnowledgeGraph.Tests.Neo4j.Browser;

/// <summary>
/// The classic Neo4j Browser of a real server, in Debian's Chromium, without the internet. Tests are ignored where Chromium is not
/// there, or fail if KG_TEST_REQUIRE_ALL is 1.
/// </summary>
internal sealed class BrowserPage : IAsyncDisposable
{
    private const string DefaultChromium = "/usr/bin/chromium";
    private const string Frame = "[data-testid=frame]";
    private readonly IPlaywright playwright;
    private readonly IBrowser browser;

    private BrowserPage(IPlaywright playwright, IBrowser browser, IPage page) => (this.playwright, this.browser, Page) = (playwright, browser, page);

    public IPage Page { get; }

    /// <summary>The frame of the newest statement or command.</summary>
    public ILocator Newest => Page.Locator(Frame).First;

    /// <summary>Opens the page and waits until it is connected to its server.</summary>
    public static async Task<BrowserPage> OpenAsync(string server)
    {
        var chromium = Environment.GetEnvironmentVariable("KG_TEST_CHROMIUM") ?? DefaultChromium;
        if (!File.Exists(chromium))
        {
            var reason = $"needs Chromium at {chromium}: apt-get install chromium, or name another in KG_TEST_CHROMIUM";
            Assert.That(Environment.GetEnvironmentVariable("KG_TEST_REQUIRE_ALL"), Is.Not.EqualTo("1"), reason);
            Assert.Ignore(reason);
        }

        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = chromium, Args = ["--no-sandbox"] });
        var page = await browser.NewPageAsync(new() { ViewportSize = new() { Width = 1600, Height = 1000 } });
        page.SetDefaultTimeout(60_000);
        await page.RouteAsync("**/*", route => new Uri(route.Request.Url).IsLoopback ? route.ContinueAsync() : route.AbortAsync());
        await page.GotoAsync($"{server.TrimEnd('/')}/browser/?preselectAuthMethod=NO_AUTH");
        await page.GetByText("You have a working connection").First.WaitForAsync();
        return new BrowserPage(playwright, browser, page);
    }

    /// <summary>Types a command or a statement and runs it; what comes of it is for the caller to wait for.</summary>
    public async Task RunAsync(string text)
    {
        await Page.Locator("[data-testid=activeEditor] .monaco-editor").First.ClickAsync();
        await Page.Keyboard.PressAsync("Control+A");
        await Page.Keyboard.PressAsync("Delete");
        await Page.Keyboard.InsertTextAsync(text);
        await Page.Keyboard.PressAsync("Control+Enter");
    }

    /// <summary>Turns the guide in the drawer to a slide, from its first slide on.</summary>
    public async Task TurnToAsync(string slide)
    {
        var (back, on) = (Page.Locator("[data-testid=guidePreviousSlide]"), Page.Locator("[data-testid=guideNextSlide]"));
        while (await back.IsEnabledAsync())
        {
            await back.ClickAsync(new() { Force = true });
        }

        var heading = Page.Locator("[data-testid=guidesDrawer] h3");
        while (await heading.TextContentAsync() != slide && await on.IsEnabledAsync())
        {
            await on.ClickAsync(new() { Force = true });
        }
    }

    /// <summary>Runs a statement of the slide by its play icon, and waits for the drawing.</summary>
    public async Task<Drawing> PlayAsync(string title)
    {
        var statement = Page.Locator("[data-testid=guidesDrawer] pre.runnable").Filter(new() { HasText = title });
        await statement.Locator("i").ClickAsync();
        await Newest.GetByText(title).First.WaitForAsync();
        await Newest.Locator("g.node").First.WaitForAsync();
        return await Drawing.OfAsync(Newest);
    }

    /// <summary>Drops a file on the editor.</summary>
    public async Task DropAsync(string name, byte[] bytes)
    {
        var transfer = await Page.EvaluateHandleAsync(
            """
            ([name, text]) => {
              const transfer = new DataTransfer();
              transfer.items.add(new File([Uint8Array.from(atob(text), c => c.charCodeAt(0))], name, { type: 'application/zip' }));
              return transfer;
            }
            """,
            new[] { name, Convert.ToBase64String(bytes) });
        foreach (var step in new[] { "dragenter", "dragover", "drop" })
        {
            await Page.Locator("[data-testid=activeEditor]").DispatchEventAsync(step, new { dataTransfer = transfer });
        }
    }

    public async ValueTask DisposeAsync()
    {
        await browser.DisposeAsync();
        playwright.Dispose();
    }
}
