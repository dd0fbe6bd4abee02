using System.Collections.Generic;
using System.IO;
using System.Linq;
using RunSummary.Sandbox.Hosting;
using RunSummary.Sandbox.Service;
using Xunit;

namespace RunSummary.Tests.RunStates;

/// <summary>What appears on a screen of 80 columns.</summary>
public sealed class ViewTests : RunStateCommandTest
{
    [Fact]
    public void A_measured_summary_is_a_table() => AssertShows(
        "Get-DeviceScript 'Install*' | Measure-DeviceScriptRunSummary",
        """
        Script               Type                OK  Error Pending   N/A UserOK UserErr
        ------               ----                --  ----- -------   --- ------ -------
        Install Company Por… Shell              118      4       0     0    112       4
        """);

    [Fact]
    public void A_comparison_shows_what_has_drifted_beside_what_is_true()
    {
        Service.Scripts.SetSummary(Script, new SummaryCounts(412, 3, 112, 4));

        AssertShows(
            "Get-DeviceScript 'Install*' | Compare-DeviceScriptRunSummary",
            """
            Script                      DeviceOK     DeviceError        UserOK      UserErr
            ------                      --------     -----------        ------      -------
            Install Company Por…       412 > 118           3 > 4           112            4
            """);
    }

    private void AssertShows(string command, string expected)
    {
        SummaryCounts counts = Service.RunStates.Truth(Script).Counts;
        Service.RunStates.Set(Script, [.. Enumerable.Repeat(Device("success"), counts.SuccessDevices), .. Enumerable.Repeat(Device("fail"), counts.ErrorDevices)]);
        using StringWriter screen = new();
        using PowerShellSession shell = OpenShell(new HostOptions { Output = screen });

        shell.Invoke($"{command} | Out-Default");

        Assert.Equal(Lines(expected), Lines(screen.ToString()));
    }

    private static IEnumerable<string> Lines(string text) =>
        text.Split('\n').Select(line => line.TrimEnd()).Where(line => line.Length > 0);
}
