using System;
using System.Diagnostics;
using System.Linq;
using RunSummary.Sandbox.Service;
using Xunit;

namespace RunSummary.Tests.Completion;

public sealed class NameCompletionTests : CompletionTest
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
        AssertOffers(line, expected.Split('|'));

    [Theory]
    [InlineData("Get-DeviceScript -ScriptType Shell -Name Set", "'Set time zone'")]
    [InlineData("Get-DeviceScript -ScriptType 2 Set", "'Set time zone'")]
    [InlineData("Get-DeviceScript -ScriptType PowerShell, CustomAttribute -Name Set", "'Set BitLocker policy'")]
    [InlineData("Get-DeviceScript -ScriptType Nonsense -Name Set", "'Set BitLocker policy'|'Set time zone'")]
    [InlineData("$type = 'Shell'; Get-DeviceScript -ScriptType $type -Name Set", "'Set BitLocker policy'|'Set time zone'")]
    public void Offers_the_names_of_the_families_that_are_typed_already(string line, string expected) =>
        AssertOffers(line, expected.Split('|'));

    [Fact]
    public void Offers_all_names_where_nothing_is_typed() => AssertOffers(
        "Get-DeviceScript -Name ", [.. Service.Scripts.All.Select(script => $"'{script.DisplayName}'").Order(StringComparer.OrdinalIgnoreCase)]);

    [Theory]
    [InlineData("Bob's script", "'Bob''s script'")]
    [InlineData("Bob’s script", "'Bob’’s script'")]
    [InlineData("Bob [pilot]", "'Bob `[pilot`]'")]
    [InlineData("Bob * ? `", "'Bob `* `? ``'")]
    [InlineData("Bob $HOME; 'x'", "'Bob $HOME; ''x'''")]
    public void What_it_offers_finds_the_script(string name, string expected)
    {
        Service.Scripts.Add(ScriptFamily.Shell, name);

        AssertOffers("Get-DeviceScript -Name Bob", expected);
        Assert.Equal([name], Succeed($"Get-DeviceScript -Name {expected}").Select(script => Value(script, "DisplayName")));
    }

    [Theory]
    [InlineData("'[")]
    [InlineData("'[P")]
    [InlineData("'[pilot] w")]
    [InlineData("'`[Pilot`] W")]
    [InlineData("*wall")]
    public void A_name_in_brackets_is_offered_as_it_is_typed(string typed)
    {
        Service.Scripts.Add(ScriptFamily.Shell, "[Pilot] Wallpaper");

        AssertOffers($"Get-DeviceScript -Name {typed}", "'`[Pilot`] Wallpaper'");
    }

    [Fact]
    public void A_script_without_a_name_does_not_take_the_others_away()
    {
        Service.Scripts.Add(ScriptFamily.Shell, "");

        AssertOffers("Get-DeviceScript -Name Set", "'Set BitLocker policy'", "'Set time zone'");
        Assert.Contains("'Set time zone'", Complete("Get-DeviceScript -ScriptType Shell -Name "));
    }

    [Fact]
    public void A_name_that_several_scripts_have_is_offered_once()
    {
        Service.Scripts.Add(ScriptFamily.PowerShell, "Twice");
        Service.Scripts.Add(ScriptFamily.Shell, "Twice");

        AssertOffers("Get-DeviceScript -Name Tw", "'Twice'");
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
        Service.Faults.On("GET", "/deviceShellScripts").Hang(TimeSpan.FromSeconds(20));

        AssertOffers("Get-DeviceScript -Name Set", "'Set BitLocker policy'");
    }
}
