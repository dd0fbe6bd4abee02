using System;
using Xunit;

namespace RunSummary.Tests.Reports;

public sealed class MarkdownTests : ReportTest
{
    [Fact]
    public void It_has_a_headline_drift_errors_and_the_scripts_with_the_smallest_share_first() => Assert.Equal(
        """
        # Device script run summaries

        **3 scripts: 99.4 % of 1,190 device results are successes.**

        Tenant TENANT, TIME

        ## Drift

        1 of 1 compared run summaries has drifted from what devices and users reported.

        - Battery: devices OK 2 → 0, devices with error – → 2

        ## Most errors

        - Portal: 4 devices with error, 99.6 % succeeded
        - Battery: 2 devices with error, 1 user with error, 0.0 % succeeded
        - BitLocker, "strict": 1 device with error, 75.0 % succeeded

        ## Scripts

        | Script | Type | Success | Devices OK | Devices with error | Users OK | Users with error | Pending | Not applicable | Unknown |
        |---|---|--:|--:|--:|--:|--:|--:|--:|--:|
        | Battery | CustomAttribute | 0.0 % | 0 | 2 | 1 | 1 | 0 | 0 | 0 |
        | BitLocker, "strict" | PowerShell | 75.0 % | 3 | 1 | – | – | 5 | 6 | 7 |
        | Portal | Shell | 99.6 % | 1,180 | 4 | 112 | 0 | – | – | – |

        """,
        WithoutPlace(Write(Three, "a.md")));

    [Fact]
    public void What_was_recorded_has_the_counts_alone() => Assert.EndsWith(
        "| Script | Type | Success | Devices OK | Devices with error | Users OK | Users with error |\n|---|---|--:|--:|--:|--:|--:|\n| Portal | Shell | 75.0 % | 3 | 1 | – | – |\n",
        Write("@{ ScriptType = 2; ScriptId = $shell; ScriptName = 'Portal'; SuccessDeviceCount = 3; ErrorDeviceCount = 1 }", "a.md"),
        StringComparison.Ordinal);

    [Fact]
    public void Without_scripts_it_says_so() => Assert.Equal(
        "# Device script run summaries\n\n**No scripts.**\n\nTenant TENANT, TIME\n", WithoutPlace(Write("@()", "a.md")));

    [Fact]
    public void Without_a_session_no_tenant_is_named()
    {
        Succeed("Disconnect-RunSummary");

        Assert.Equal("# Device script run summaries\n\n**No scripts.**\n\nTIME\n", WithoutPlace(Write("@()", "a.md")));
    }

    [Theory]
    [InlineData("<img src=x onerror=alert(1)>", "&lt;img src=x onerror=alert\\(1\\)&gt;")]
    [InlineData("a | b\nc", "a \\| b c")]
    [InlineData("[click](https://evil.example) www.evil.example", "\\[click\\]\\(https\\://evil.example\\) www\\.evil.example")]
    [InlineData("@everyone &copy; `x` *y* _z_", "@\u2060everyone &amp;copy; \\`x\\` \\*y\\* \\_z\\_")]
    [InlineData("- 1. # back\\slash", "\\- 1\\. \\# back\\\\slash")]
    [InlineData("👨\u200D👩\u200D👧 a\u202Eb", "👨\u200D👩\u200D👧 a b")]
    public void A_name_is_shown_as_it_is(string name, string expected)
    {
        Succeed($"@{{ ScriptType = 2; ScriptId = $shell; ScriptName = $in; ErrorDeviceCount = 1 }} | {Export} $folder/a.md", name);

        string report = System.IO.File.ReadAllText(PathOf("a.md"));
        Assert.Contains($"\n| {expected} | Shell | 0.0 % |", report, StringComparison.Ordinal);
        Assert.Contains($"\n- {expected}: 1 device with error, 0.0 % succeeded\n", report, StringComparison.Ordinal);
    }
}
