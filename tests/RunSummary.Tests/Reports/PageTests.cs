using System;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.Playwright;
using RunSummary.Sandbox;
using Xunit;

namespace RunSummary.Tests.Reports;

/// <summary>What a browser makes of a page.</summary>
public sealed class PageTests : BrowserTest
{
    private const string Hostile = "<img src=x onerror=alert(1)></script><script>alert(2)</script>&amp;";

    [Fact]
    public async Task It_shows_the_scripts_the_smallest_share_first_and_asks_for_nothing()
    {
        IPage page = await ShowAsync(Three);

        Assert.Equal("3 scripts: 99.4 % of 1,190 device results are successes", await page.TextContentAsync(".headline"));
        Assert.Equal(["Battery", "BitLocker, \"strict\"", "Portal"], await NamesAsync(page));
        Assert.Equal(
            ["Script", "Type", "Success", "Devices OK", "Devices with error", "Users OK", "Users with error", "Pending", "Not applicable", "Unknown", "Drift"],
            await page.Locator("th").AllTextContentsAsync());
        Assert.Equal("devices OK 2 → 0, devices with error – → 2", await page.TextContentAsync("tbody tr:first-child td:last-child"));
        Assert.Equal("3 of 3 scripts", await page.TextContentAsync("#shown"));
        Assert.Equal(3, await page.EvaluateAsync<int>("() => Chart.getChart('chart').data.labels.length"));
        Assert.Equal(["Battery", "BitLocker, \"strict\"", "Portal"], await page.EvaluateAsync<string[]>("() => Chart.getChart('chart').data.labels"));
        Assert.Equal([new Uri(PathOf("report.html")).AbsoluteUri], Requests.Where(request => !request.StartsWith("data:", StringComparison.Ordinal)));
        Assert.Empty(Complaints);
    }

    [Fact]
    public async Task The_header_sorts_by_mouse_and_by_keyboard_and_says_how()
    {
        IPage page = await ShowAsync(Three);
        ILocator devices = page.Locator("th", new PageLocatorOptions { HasTextString = "Devices OK" });

        await devices.ClickAsync();
        Assert.Equal(["Battery", "BitLocker, \"strict\"", "Portal"], await NamesAsync(page));
        Assert.Equal("ascending", await devices.GetAttributeAsync("aria-sort"));
        await devices.PressAsync("Enter");
        Assert.Equal(["Portal", "BitLocker, \"strict\"", "Battery"], await NamesAsync(page));
        Assert.Equal("descending", await devices.GetAttributeAsync("aria-sort"));
        await page.Locator("th").First.PressAsync("Enter");
        Assert.Equal(["Battery", "BitLocker, \"strict\"", "Portal"], await NamesAsync(page));
        Assert.Equal(1, await page.Locator("th[aria-sort]").CountAsync());
        Assert.Empty(Complaints);
    }

    [Fact]
    public async Task Filters_narrow_the_table_and_the_chart()
    {
        IPage page = await ShowAsync(Three);

        await page.GetByLabel("Name or id").FillAsync("PORT");
        await Assertions.Expect(page.Locator("#shown")).ToHaveTextAsync("1 of 3 scripts");
        Assert.Equal(["Portal"], await NamesAsync(page));
        Assert.Equal(["Portal"], await page.EvaluateAsync<string[]>("() => Chart.getChart('chart').data.labels"));
        await page.GetByLabel("Name or id").FillAsync("");
        await Assertions.Expect(page.Locator("#shown")).ToHaveTextAsync("3 of 3 scripts");
        await page.GetByLabel("With drift only").CheckAsync();
        await Assertions.Expect(page.Locator("#shown")).ToHaveTextAsync("1 of 3 scripts");
        Assert.Equal(["Battery"], await NamesAsync(page));
        await page.GetByLabel("Type").SelectOptionAsync("Shell");
        await Assertions.Expect(page.Locator("#shown")).ToHaveTextAsync("0 of 3 scripts");
        Assert.Empty(Complaints);
    }

    [Fact]
    public async Task A_hostile_name_is_shown_and_found_as_text()
    {
        Succeed($"@{{ ScriptType = 2; ScriptId = $shell; ScriptName = $in; SuccessDeviceCount = 1; ErrorDeviceCount = 1; RecordedErrorDeviceCount = 0 }} | {Export} $folder/report.html", Hostile);
        IPage page = await OpenAsync("report.html");

        Assert.Equal([Hostile], await NamesAsync(page));
        Assert.Equal([Hostile, Hostile], await page.Locator("bdi").AllTextContentsAsync());
        await page.GetByLabel("Name or id").FillAsync("<img src=x");
        await Assertions.Expect(page.Locator("#shown")).ToHaveTextAsync("1 of 1 script");
        await page.Locator("th").First.ClickAsync();
        Assert.Equal(0, await page.Locator("img").CountAsync());
        Assert.Single(Requests, request => !request.StartsWith("data:", StringComparison.Ordinal));
        Assert.Empty(Complaints);
    }

    [Theory]
    [InlineData(ColorScheme.Light, "rgb(255, 255, 255)", "#1f6fb2")]
    [InlineData(ColorScheme.Dark, "rgb(22, 22, 26)", "#6db3f2")]
    public async Task It_is_light_or_dark_as_the_system_is(ColorScheme scheme, string background, string bar)
    {
        IPage page = await ShowAsync(Three, scheme);

        Assert.Equal(background, await page.EvaluateAsync<string>("() => getComputedStyle(document.body).backgroundColor"));
        Assert.Equal(bar, await page.EvaluateAsync<string>("() => Chart.getChart('chart').data.datasets[0].backgroundColor"));
        Assert.Empty(Complaints);
    }

    [Fact]
    public async Task On_paper_it_is_light_and_without_the_filters()
    {
        IPage page = await ShowAsync(Three, ColorScheme.Dark);
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });

        Assert.Equal("rgb(255, 255, 255)", await page.EvaluateAsync<string>("() => getComputedStyle(document.body).backgroundColor"));
        Assert.False(await page.Locator("#filters").IsVisibleAsync());
        Assert.True(await page.Locator("tbody tr").Last.IsVisibleAsync());
    }

    [Theory]
    [InlineData(1280, Media.Screen)]
    [InlineData(718, Media.Print)]
    public async Task Every_column_is_wide_enough_for_what_is_in_it(int width, Media media)
    {
        Write($"{Three}, @{{ ScriptType = 2; ScriptId = $otherShell; SuccessDeviceCount = 1234567; ErrorDeviceCount = 1234567; SuccessUserCount = 1234567; ErrorUserCount = 1234567; Pending = 1234567; NotApplicable = 1234567; Unknown = 1234567 }}", "report.html");
        IPage page = await OpenAsync("report.html", width: width);
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = media });

        Assert.Equal(11, await page.Locator("th").CountAsync());
        Assert.Empty(await page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('th, td')].filter(cell => cell.scrollWidth > cell.clientWidth).map(cell => cell.textContent)"));
        Assert.True(await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"));
    }

    [Fact]
    public async Task On_a_phone_long_names_leave_room_for_the_bars()
    {
        Write("@{ ScriptType = 2; ScriptId = $shell; ScriptName = 'A long name that somebody gave to a script'; ErrorDeviceCount = 1; SuccessDeviceCount = 1 }, @{ ScriptType = 2; ScriptId = $otherShell; ScriptName = 'Short'; ErrorDeviceCount = 1; SuccessDeviceCount = 2 }", "report.html");

        Assert.Equal(["A long name that somebody gave to a scr…", "Short"], await LabelsAsync(1280));
        string[] labels = await LabelsAsync(375);
        Assert.Matches("^A long name.{0,16}…$", labels[0]);
        Assert.Equal("Short", labels[1]);

        async Task<string[]> LabelsAsync(int width) =>
            await (await OpenAsync("report.html", width: width)).EvaluateAsync<string[]>("() => Chart.getChart('chart').scales.y.ticks.map(tick => tick.label)");
    }

    [Fact]
    public async Task A_name_cannot_turn_around_what_is_shown()
    {
        Succeed($"@{{ ScriptType = 2; ScriptId = $shell; ScriptName = $in; SuccessDeviceCount = 1; ErrorDeviceCount = 1; RecordedErrorDeviceCount = 0 }} | {Export} $folder/report.html", "a\u202Eb\u2066c\u200Fd");
        IPage page = await OpenAsync("report.html");

        Assert.Equal(["a b c\u200Fd"], await NamesAsync(page));
        Assert.Equal(["a b c\u200Fd", "a b c\u200Fd"], await page.Locator("bdi").AllTextContentsAsync());
        Assert.Equal(["a b c\u200Fd"], await page.EvaluateAsync<string[]>("() => Chart.getChart('chart').data.labels"));
    }

    [Fact]
    public async Task A_screen_reader_finds_its_way()
    {
        IPage page = await ShowAsync(Three);
        string tree = await page.Locator("body").AriaSnapshotAsync();

        Assert.All(
            ["heading \"Device script run summaries\" [level=1]", "main", "search", "searchbox \"Name or id\"", "combobox \"Type\"", "img \"Success by script\"", "columnheader \"Success", "table \"All scripts with their counts."],
            part => Assert.Contains(part, tree, StringComparison.Ordinal));
        await page.Keyboard.PressAsync("Tab");
        Assert.Equal("Skip to the table", await page.EvaluateAsync<string>("() => document.activeElement.textContent"));
    }

    [Fact]
    public async Task Two_thousand_scripts_are_all_there_and_can_be_sorted_and_filtered()
    {
        IPage page = await ShowAsync("0..1999 | ForEach-Object { [pscustomobject]@{ ScriptType = 1 + $_ % 2; ScriptId = [guid]::NewGuid(); ScriptName = \"Script $_\"; SuccessDeviceCount = 2000 - $_; ErrorDeviceCount = $_; SuccessUserCount = 5; ErrorUserCount = 6 } }");

        Assert.Equal(2000, (await NamesAsync(page)).Count);
        Assert.Equal(2000, await page.EvaluateAsync<int>("() => Chart.getChart('chart').data.labels.length"));
        await page.Locator("th").Nth(2).ClickAsync();
        Assert.Equal("Script 0", (await NamesAsync(page))[0]);
        await page.GetByLabel("Name or id").FillAsync("Script 199");
        await Assertions.Expect(page.Locator("#shown")).ToHaveTextAsync("11 of 2,000 scripts");
        Assert.Empty(Complaints);
        double ready = await page.EvaluateAsync<double>("() => performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd");
        TestContext.Current.TestOutputHelper?.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{new FileInfo(PathOf("report.html")).Length} bytes, ready after {ready:0} ms"));
    }

    [Fact]
    public async Task README_shows_a_page_like_this()
    {
        _ = Service.RunStates.Drift(seed: 7);
        Write("Get-DeviceScript | Compare-DeviceScriptRunSummary", "report.html");
        IPage page = await OpenAsync("report.html", width: 920, height: 900);
        byte[] picture = await page.ScreenshotAsync(new PageScreenshotOptions { Animations = ScreenshotAnimations.Disabled });

        string path = Path.Combine(RepositoryPaths.Root, "docs", "images", "report.png");
        if (Environment.GetEnvironmentVariable("RUNSUMMARY_UPDATE_IMAGES") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await File.WriteAllBytesAsync(path, picture, TestContext.Current.CancellationToken);
        }

        Assert.InRange(new FileInfo(path).Length, 1, 150_000);
        Assert.Contains("](docs/images/report.png)", await File.ReadAllTextAsync(Path.Combine(RepositoryPaths.Root, "README.md"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Empty(Complaints);
    }
}
