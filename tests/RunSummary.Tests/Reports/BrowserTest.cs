using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.Playwright;
using Xunit;

namespace RunSummary.Tests.Reports;

/// <summary>A test of a page in this machine's Chromium; skipped where there is none.</summary>
public abstract class BrowserTest : ReportTest
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome.exe", "msedge.exe"];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>What the console said that is no plain message, and errors that nothing caught.</summary>
    protected List<string> Complaints { get; } = [];

    /// <summary>What was asked for, the page itself included.</summary>
    protected List<string> Requests { get; } = [];

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        string? chromium = Find();
        if (chromium is null)
        {
            await DisposeAsync();
            Assert.Skip("There is no Chromium or Chrome in the PATH.");
        }

        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = chromium, Args = ["--no-sandbox", "--disable-gpu"] });
    }

    public override async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
        await base.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Opens a page that was written into the test's folder.</summary>
    protected async Task<IPage> OpenAsync(string name, ColorScheme scheme = ColorScheme.Light, int width = 1280, int height = 900)
    {
        IPage page = await _browser!.NewPageAsync(new BrowserNewPageOptions { ColorScheme = scheme, ViewportSize = new ViewportSize { Width = width, Height = height } });
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
            {
                Complaints.Add(message.Text);
            }
        };
        page.PageError += (_, error) => Complaints.Add(error);
        page.Request += (_, request) => Requests.Add(request.Url);
        page.Dialog += async (_, dialog) =>
        {
            Complaints.Add(dialog.Message);
            await dialog.DismissAsync();
        };
        await page.GotoAsync(new Uri(PathOf(name)).AbsoluteUri);
        return page;
    }

    /// <summary>Opens a page that a script's output gives.</summary>
    protected Task<IPage> ShowAsync(string input, ColorScheme scheme = ColorScheme.Light)
    {
        Write(input, "report.html");
        return OpenAsync("report.html", scheme);
    }

    /// <summary>The names in the rows that are shown, in their order.</summary>
    protected static async Task<IReadOnlyList<string>> NamesAsync(IPage page) =>
        await page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('tbody tr:not([hidden])')].map(row => row.cells[0].firstChild.textContent)");

    private static string? Find() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .SelectMany(folder => Names.Select(name => Path.Combine(folder, name)))
            .FirstOrDefault(File.Exists);
}
