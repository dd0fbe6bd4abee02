using System;
using System.Linq;
using System.Text;
using RunSummary.Sandbox.Service;
using RunSummary.Tests.Commands;
using Xunit;

namespace RunSummary.Tests.Views;

public sealed class TableTests : ViewTest
{
    private const string Summaries =
        """
        Type       DeviceOK DevErr  UserOK UserErr DeviceSuccess Script
        ----       -------- ------  ------ ------- ------------- ------
        Shell           118      4     112       4 ███████░  96% Install Company Portal
        Shell           109     13     104      12 ███████░  89% Enable FileVault
        Shell           121      1     115       1 ███████░  99% Set time zone
        """;

    [Fact]
    public void Summaries_have_their_counts_and_a_bar() =>
        AssertShows("Get-DeviceScript -ScriptType Shell | Get-DeviceScriptRunSummary", Summaries);

    [Fact]
    public void What_a_job_gave_back_looks_the_same() => AssertShows(
        "$kept = [System.Management.Automation.PSSerializer]::Serialize(@(Get-DeviceScript -ScriptType Shell | Get-DeviceScriptRunSummary)); [System.Management.Automation.PSSerializer]::Deserialize($kept)",
        Summaries);

    [Fact]
    public void Where_the_encoding_is_not_Unicode_the_bar_is_ASCII()
    {
        Console.OutputEncoding = Encoding.Latin1;

        AssertShows(
            "Get-DeviceScript 'Set time*', 'Rotate*' | Get-DeviceScriptRunSummary",
            """
            Type       DeviceOK DevErr  UserOK UserErr DeviceSuccess Script
            ----       -------- ------  ------ ------- ------------- ------
            PowerShell      405      0       0       0 ######## 100% Rotate local administ…
            Shell           121      1     115       1 #######.  99% Set time zone
            """);
    }

    [Theory]
    [InlineData(999_999, 1, "███████░  99%")]
    [InlineData(1, 999_999, "░░░░░░░░   0%")]
    [InlineData(0, 3, "░░░░░░░░   0%")]
    [InlineData(5, 0, "████████ 100%")]
    [InlineData(1, 1, "████░░░░  50%")]
    [InlineData(int.MaxValue, int.MaxValue, "████░░░░  50%")]
    public void A_bar_is_full_only_where_nothing_failed(int succeeded, int failed, string bar)
    {
        SetSummary(Demo.Shell, succeeded, failed);

        Assert.EndsWith($" {bar} Install Company Portal", Lines(Show("Get-DeviceScript 'Install*' | Get-DeviceScriptRunSummary")).Last(), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_device_there_is_no_bar()
    {
        SetSummary(Demo.Shell, 0, 0);

        AssertShows(
            "Get-DeviceScript 'Install*' | Get-DeviceScriptRunSummary",
            """
            Type       DeviceOK DevErr  UserOK UserErr DeviceSuccess Script
            ----       -------- ------  ------ ------- ------------- ------
            Shell             0      0     112       4               Install Company Portal
            """);
    }

    [Fact]
    public void Counts_that_the_service_left_out_are_blank() => AssertShows(
        "& { $blank = Get-DeviceScript 'Install*' | Get-DeviceScriptRunSummary; $blank.SuccessDeviceCount = $null; $blank.ErrorDeviceCount = $null; $blank }",
        """
        Type       DeviceOK DevErr  UserOK UserErr DeviceSuccess Script
        ----       -------- ------  ------ ------- ------------- ------
        Shell                          112       4               Install Company Portal
        """);

    [Fact]
    public void Measured_summaries_tell_what_is_pending_too() => AssertShows(
        "Get-DeviceScript 'Install*' | Measure-DeviceScriptRunSummary",
        """
        DeviceOK  DevErr Pending    N/A  UserOK UserErr DeviceSuccess Script
        --------  ------ -------    ---  ------ ------- ------------- ------
             118       4       3      1     112       4 ███████░  96% Install Company …
        """);

    [Fact]
    public void Comparisons_mark_what_has_drifted()
    {
        SetSummary(Demo.Shell, 412, 3);

        AssertShows(
            "Get-DeviceScript 'Install*' | Compare-DeviceScriptRunSummary",
            """
                   DeviceOK        DevErr          UserOK       UserErr Script
                   --------        ------          ------       ------- ------
                  412 → 118         3 → 4             112             4 Install Company Po…
            """);
    }

    [Fact]
    public void Where_the_encoding_is_not_Unicode_the_mark_is_ASCII()
    {
        Console.OutputEncoding = Encoding.ASCII;
        SetSummary(Demo.Shell, 412, 4);

        Assert.Contains("412 -> 118", Show("Get-DeviceScript 'Install*' | Compare-DeviceScriptRunSummary"), StringComparison.Ordinal);
    }

    [Fact]
    public void Scripts_have_their_ids() => AssertShows(
        "Get-DeviceScript 'Install*', 'Battery*'",
        """
        ScriptType      ScriptId                             DisplayName
        ----------      --------                             -----------
        Shell           7a1c0011-5b1e-4c0a-9d61-2f6c0de50011 Install Company Portal
        CustomAttribute 7a1c0021-5b1e-4c0a-9d61-2f6c0de50021 Battery cycle count
        """);

    [Fact]
    public void Device_states_tell_which_device_failed_and_when()
    {
        Service.RunStates.Set(Guid.Parse(Demo.Shell), [new DeviceState { Id = "1", RunState = "fail", ErrorCode = -2016281112, LastStateUpdateDateTime = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero) }]);

        AssertShows(
            "Get-DeviceScript 'Install*' | Get-DeviceScriptRunState",
            """
            Updated              RunState             Code Device          Script
            -------              --------             ---- ------          ------
            2026-03-01 12:00:00Z fail          -2016281112 1               Install Company…
            """);
    }

    [Fact]
    public void Run_states_of_a_job_look_the_same()
    {
        Service.RunStates.Set(Guid.Parse(Demo.Shell), [new DeviceState { Id = "1", RunState = "fail", LastStateUpdateDateTime = new(2026, 3, 1, 12, 0, 0, TimeSpan.FromHours(1)) }]);

        AssertShows(
            "$kept = [System.Management.Automation.PSSerializer]::Serialize((Get-DeviceScript 'Install*' | Get-DeviceScriptRunState)); [System.Management.Automation.PSSerializer]::Deserialize($kept)",
            """
            Updated              RunState             Code Device          Script
            -------              --------             ---- ------          ------
            2026-03-01 11:00:00Z fail                      1               Install Company…
            """);
    }

    [Fact]
    public void A_name_can_not_steer_the_terminal()
    {
        Service.Scripts.Add(ScriptFamily.Shell, "a\u001b[31mb\u001b]0;t\ac\u202ed", id: Guid.Parse(Demo.Missing));

        Assert.EndsWith(" a[31mb]0;tcd", Lines(Show($"Get-DeviceScript -ScriptId {Demo.Missing}", colour: true)).Last(), StringComparison.Ordinal);
    }

    [Fact]
    public void Counts_of_millions_are_whole()
    {
        SetSummary(Demo.Shell, 12_345_678, 123_456);

        Assert.Contains("12345678 123456 ", Show("Get-DeviceScript 'Install*' | Get-DeviceScriptRunSummary"), StringComparison.Ordinal);
    }

    [Fact]
    public void No_line_is_wider_than_the_screen() => Assert.All(
        Lines(Show("& { Get-DeviceScript; Get-DeviceScript | Get-DeviceScriptRunSummary } ")).Concat(Lines(Show("Get-DeviceScript | Measure-DeviceScriptRunSummary"))).Concat(Lines(Show("Get-DeviceScript | Compare-DeviceScriptRunSummary"))),
        line => Assert.InRange(line.Length, 1, 80));
}
