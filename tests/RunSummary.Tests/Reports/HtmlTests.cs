using System;
using System.IO;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using RunSummary.Sandbox;
using Xunit;

namespace RunSummary.Tests.Reports;

/// <summary>The text of a page; PageTests has what a browser makes of it.</summary>
public sealed class HtmlTests : ReportTest
{
    private const string Hostile = "<img src=x onerror=alert(1)></script><script>alert(2)</script>";

    [Fact]
    public void It_says_the_main_things_without_scripts()
    {
        string page = WithoutPlace(Write(Three, "report.html"));

        Assert.StartsWith("<!DOCTYPE html>", page, StringComparison.Ordinal);
        Assert.EndsWith("</html>\n", page, StringComparison.Ordinal);
        Assert.Contains("<p class=\"headline\">3 scripts: 99.4 % of 1,190 device results are successes</p>", page, StringComparison.Ordinal);
        Assert.Matches("<p class=\"place\">Tenant TENANT, <time datetime=\"[0-9TZ:-]+\">TIME</time></p>", page);
        Assert.Contains("<p class=\"note\">1 of 1 compared run summaries has drifted", page, StringComparison.Ordinal);
        Assert.Contains("<li><bdi>Battery</bdi>: devices OK 2 → 0, devices with error – → 2</li>", page, StringComparison.Ordinal);
        Assert.Contains("<li><bdi>BitLocker, &quot;strict&quot;</bdi>: 1 device with error, 75.0 % succeeded</li>", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Drift_begins_with_the_largest_difference() => Assert.Matches(
        "(?s)<bdi>Most</bdi>: devices OK 900 → 1,000.*<bdi>B</bdi>: devices with error 50 → 1.*<bdi>A</bdi>: devices OK – → 2",
        Write(
            """
            @{ ScriptType = 2; ScriptId = $shell; ScriptName = 'A'; SuccessDeviceCount = 2; HasDrift = $true },
            @{ ScriptType = 2; ScriptId = $otherShell; ScriptName = 'B'; ErrorDeviceCount = 1; RecordedErrorDeviceCount = 50 },
            @{ ScriptType = 1; ScriptId = $windows; ScriptName = 'Most'; SuccessDeviceCount = 1000; RecordedSuccessDeviceCount = 900 }
            """,
            "report.html"));

    [Fact]
    public void Users_with_errors_are_named_too()
    {
        string page = Write(
            """
            @{ ScriptType = 2; ScriptId = $shell; ScriptName = 'Users'; SuccessDeviceCount = 2; ErrorDeviceCount = 0; ErrorUserCount = 9 },
            @{ ScriptType = 2; ScriptId = $otherShell; ScriptName = 'Both'; ErrorDeviceCount = 2; ErrorUserCount = 1 },
            @{ ScriptType = 1; ScriptId = $windows; ScriptName = 'Neither'; SuccessDeviceCount = 1 }
            """,
            "report.html");

        Assert.Contains(
            "<ul>\n<li><bdi>Both</bdi>: 2 devices with error, 1 user with error, 0.0 % succeeded</li>\n<li><bdi>Users</bdi>: 9 users with error</li>\n</ul>",
            page,
            StringComparison.Ordinal);
        Assert.Contains(
            "<p class=\"note\">No script has errors.</p>", Write("@{ ScriptType = 2; ScriptId = $shell; SuccessDeviceCount = 1 }", "report.html"), StringComparison.Ordinal);
    }

    [Fact]
    public void One_result_is_one() => Assert.Contains(
        "<p class=\"headline\">1 script: 0.0 % of 1 device result is a success</p>", Write("@{ ScriptType = 2; ScriptId = $shell; ErrorDeviceCount = 1 }", "report.html"), StringComparison.Ordinal);

    [Fact]
    public void An_empty_report_is_a_page_too() =>
        Assert.Contains("<p class=\"headline\">No scripts</p>", Write("@()", "report.html"), StringComparison.Ordinal);

    [Fact]
    public void Its_policy_forbids_everything_but_what_is_in_it()
    {
        string page = Write(Three, "report.html");
        string[] hashes = [.. Regex.Matches(page, "<script>(.*?)</script>", RegexOptions.Singleline).Select(match => Hash(match.Groups[1].Value))];
        string style = Hash(Regex.Match(page, "<style>(.*?)</style>", RegexOptions.Singleline).Groups[1].Value);

        Assert.Equal(4, hashes.Length);
        Assert.Equal(
            $"default-src 'none'; script-src {string.Join(' ', hashes)}; style-src {style}; img-src data:; base-uri 'none'; form-action 'none'",
            Regex.Match(page, "<meta http-equiv=\"Content-Security-Policy\" content=\"(.*?)\">").Groups[1].Value);
        Assert.DoesNotMatch("(?i)<(link|script|img|iframe)[^>]* (href|src)=\"(?!data:)", page);
        Assert.DoesNotContain("sourceMappingURL", page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_hostile_name_is_text_wherever_it_is()
    {
        Succeed($"@{{ ScriptType = 2; ScriptId = $shell; ScriptName = $in; SuccessDeviceCount = 1; ErrorDeviceCount = 1; RecordedErrorDeviceCount = 0 }} | {Export} $folder/report.html", Hostile);
        string page = File.ReadAllText(PathOf("report.html"));

        Assert.DoesNotContain("<img", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);
        string data = Regex.Match(page, "<script type=\"application/json\" id=\"data\">(.*?)</script>", RegexOptions.Singleline).Groups[1].Value;
        Assert.DoesNotMatch("[<>&\u2028\u2029]", data);
        using JsonDocument json = JsonDocument.Parse(data);
        Assert.Equal(Hostile, json.RootElement.GetProperty("scripts")[0].GetProperty("scriptName").GetString());
    }

    [Theory]
    [InlineData("a\u2028b\u2029c")]
    [InlineData("{{data}} {{policy}} <!-- ]]>")]
    [InlineData("Größe 日本語 😀")]
    public void Any_text_comes_through(string name)
    {
        Succeed($"@{{ ScriptType = 2; ScriptId = $shell; ScriptName = $in; ErrorDeviceCount = 1 }} | {Export} $folder/report.html", name);

        string data = Regex.Match(File.ReadAllText(PathOf("report.html")), "id=\"data\">(.*?)</script>", RegexOptions.Singleline).Groups[1].Value;
        Assert.DoesNotMatch("[<>&\u2028\u2029]", data);
        using JsonDocument json = JsonDocument.Parse(data);
        Assert.Equal(name, json.RootElement.GetProperty("scripts")[0].GetProperty("scriptName").GetString());
    }

    [Fact]
    public void Half_a_character_does_no_harm() => Assert.Contains(
        "\uFFFD", Write("@{ ScriptType = 2; ScriptId = $shell; ScriptName = \"a$([char]0xD83D)b\"; ErrorDeviceCount = 1 }", "report.html"), StringComparison.Ordinal);

    [Fact]
    public void The_page_without_its_data_is_under_1_MB()
    {
        Write("@()", "report.html");

        Assert.InRange(new FileInfo(PathOf("report.html")).Length, 1, 1_000_000);
    }

    [Fact]
    public void The_libraries_are_those_of_the_lock_file_which_names_no_host()
    {
        string web = Path.Combine(RepositoryPaths.Root, "src", "RunSummary.Engine", "Reports", "Web");
        using JsonDocument lockFile = JsonDocument.Parse(File.ReadAllText(Path.Combine(web, "package-lock.json")));
        string page = Write("@()", "report.html");

        string Version(string package) => lockFile.RootElement.GetProperty("packages").GetProperty($"node_modules/{package}").GetProperty("version").GetString()!;
        Assert.Contains($"Chart.js v{Version("chart.js")}\n", page, StringComparison.Ordinal);
        Assert.Contains($"tablesort v{Version("tablesort")} ", page, StringComparison.Ordinal);
        Assert.DoesNotContain("://", File.ReadAllText(Path.Combine(web, "package-lock.json")), StringComparison.Ordinal);
    }

    private static string Hash(string text) => $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}'";
}
