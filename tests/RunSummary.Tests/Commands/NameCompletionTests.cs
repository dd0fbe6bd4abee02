using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Management.Automation;
using RunSummary.Sandbox.Service;
using Xunit;

namespace RunSummary.Tests.Commands;

public sealed class NameCompletionTests : ConnectedTest
{
    [Theory]
    [InlineData("Get-DeviceScript -Name Set", "'Set BitLocker policy'|'Set time zone'")]
    [InlineData("Get-DeviceScript -Name set", "'Set BitLocker policy'|'Set time zone'")]
    [InlineData("Get-DeviceScript Set", "'Set BitLocker policy'|'Set time zone'")]
    [InlineData("Get-DeviceScript -Name 'Set B", "'Set BitLocker policy'")]
    [InlineData("Get-DeviceScript -Name \"Set B", "'Set BitLocker policy'")]
    [InlineData("Get-DeviceScript -Name *drive", "'Map network drives'")]
    [InlineData("Get-DeviceScript -Name 'Enable FileVault', Bat", "'Battery cycle count'")]
    public void Offers_the_names_that_begin_so_in_order(string line, string expected) =>
        Assert.Equal(expected.Split('|'), Complete(line));

    [Fact]
    public void Offers_all_names_where_nothing_is_typed()
    {
        IReadOnlyList<string> offered = Complete("Get-DeviceScript -Name ");

        Assert.Equal(Service.Scripts.All.Select(script => $"'{script.DisplayName}'").Order(StringComparer.OrdinalIgnoreCase), offered);
    }

    [Theory]
    [InlineData("Bob's script", "'Bob''s script'")]
    [InlineData("Bob’s script", "'Bob’’s script'")]
    [InlineData("Bob [pilot]", "'Bob `[pilot`]'")]
    [InlineData("Bob * ? `", "'Bob `* `? ``'")]
    [InlineData("Bob $HOME; 'x'", "'Bob $HOME; ''x'''")]
    public void What_it_offers_finds_the_script(string name, string expected)
    {
        Service.Scripts.Add(ScriptFamily.Shell, name);

        string offered = Assert.Single(Complete("Get-DeviceScript -Name Bob"));
        Assert.Equal(expected, offered);
        Assert.Equal([name], Succeed($"Get-DeviceScript -Name {offered}").Select(script => Value(script, "DisplayName")));
    }

    [Fact]
    public void A_name_that_several_scripts_have_is_offered_once()
    {
        Service.Scripts.Add(ScriptFamily.PowerShell, "Twice");
        Service.Scripts.Add(ScriptFamily.Shell, "Twice");

        Assert.Equal(["'Twice'"], Complete("Get-DeviceScript -Name Tw"));
    }

    [Fact]
    public void Not_connected_it_offers_nothing_and_says_nothing()
    {
        Succeed("Disconnect-RunSummary");

        AssertSilent("Get-DeviceScript -Name Set");
    }

    [Theory]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(429)]
    [InlineData(500)]
    public void A_service_that_fails_offers_nothing_and_says_nothing(int status)
    {
        Service.Faults.On("*", "").Status(status, "Broken", "No.");

        AssertSilent("Get-DeviceScript -Name Set");
    }

    [Fact]
    public void A_slow_service_does_not_hold_the_prompt()
    {
        Complete("Get-DeviceScript -Name Set");
        Service.Latency = TimeSpan.FromSeconds(20);

        Stopwatch watch = Stopwatch.StartNew();
        AssertSilent("Get-DeviceScript -Name Set");
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(10), $"It took {watch.Elapsed}.");
    }

    [Fact]
    public void What_came_in_time_is_offered()
    {
        Complete("Get-DeviceScript -Name Set");
        Service.Faults.On("GET", "/deviceShellScripts").Hang(TimeSpan.FromSeconds(20));

        Assert.Equal(["'Set BitLocker policy'"], Complete("Get-DeviceScript -Name Set"));
    }

    private string[] Complete(string line)
    {
        var matches = Succeed("[System.Management.Automation.CommandCompletion]::CompleteInput($in, $in.Length, $null, [powershell]::Create('CurrentRunspace')).CompletionMatches", line);
        return [.. matches.Select(match => (CompletionResult)match.BaseObject).Where(match => match.ResultType == CompletionResultType.ParameterValue).Select(match => match.CompletionText)];
    }

    private void AssertSilent(string line)
    {
        var result = Invoke("$Error.Clear(); (TabExpansion2 -inputScript $in -cursorColumn $in.Length).CompletionMatches | ForEach-Object CompletionText; $Error.Count", line);
        Assert.Empty(result.AllErrors);
        Assert.Equal([0], result.Values);
    }
}
