using System;
using System.Collections.Generic;
using System.Linq;
using RunSummary.Tests.Commands;
using Xunit;

namespace RunSummary.Tests.Views;

/// <summary>Colour is shown where $PSStyle.OutputRendering and the host want it.</summary>
public sealed class ColourTests : ViewTest
{
    private const string Green = "\u001b[32m";
    private const string Red = "\u001b[31m";
    private const string Yellow = "\u001b[33m";
    private const string Reset = "\u001b[0m";

    [Fact]
    public void A_bar_is_green_and_red() => Assert.Equal(
        [
            $"PowerShell      405      0       0       0 {Green}████████{Reset} 100%{Reset} Rotate local administ…",
            $"Shell           121      1     115       1 {Green}███████{Reset}{Red}░{Reset}  99%{Reset} Set time zone",
        ],
        Rows("Get-DeviceScript 'Set time*', 'Rotate*' | Get-DeviceScriptRunSummary"));

    [Fact]
    public void What_has_drifted_is_yellow()
    {
        SetSummary(Demo.Shell, 412, 3);

        Assert.Equal(
            [$"      {Yellow}412 → 118{Reset}         {Yellow}3 → 4{Reset}             112             4 Install Company Po…"],
            Rows("Get-DeviceScript 'Install*' | Compare-DeviceScriptRunSummary"));
    }

    [Fact]
    public void Plain_text_holds_no_escape_sequence()
    {
        SetSummary(Demo.Shell, 412, 3);

        string plain = Show("Get-DeviceScript 'Install*' | Get-DeviceScriptRunSummary") + Show("Get-DeviceScript 'Install*' | Compare-DeviceScriptRunSummary");

        Assert.Contains("412", plain, StringComparison.Ordinal);
        Assert.DoesNotContain("\u001b", plain, StringComparison.Ordinal);
    }

    /// <summary>The lines below the headers, whose colours are the engine's.</summary>
    private IEnumerable<string> Rows(string command) => Lines(Show(command, colour: true)).Skip(2);
}
