using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using RunSummary.Sandbox.Hosting;
using Xunit;

namespace RunSummary.Tests.Commands;

public sealed class ShouldProcessTests : ConnectedTest
{
    private const string Two =
        "@{ ScriptType = 2; Id = $shell; DisplayName = 'Portal' }, [pscustomobject]@{ ScriptType = 4; Id = $attribute; SuccessUserCount = '8' } | Update-DeviceScriptRunSummary -ErrorDeviceCount 0";

    [Theory]
    [InlineData("-WhatIf", "")]
    [InlineData("", "$WhatIfPreference = $true; ")]
    public void WhatIf_says_script_family_and_every_count_in_one_line_each_and_sends_nothing(string parameter, string before)
    {
        (InvocationResult result, string screen) = Run($"{before}{Two} {parameter}");

        Assert.Empty(result.Output);
        Assert.Empty(result.AllErrors);
        Assert.Equal(
            [
                $"What if: Performing the operation \"Set ErrorDeviceCount = 0\" on target \"Shell script 'Portal' ({Demo.Shell})\".",
                $"What if: Performing the operation \"Set ErrorDeviceCount = 0, SuccessUserCount = 8\" on target \"CustomAttribute script {Demo.Attribute}\".",
                "What if: 2 run summaries would be written.",
            ],
            Lines(screen));
        Assert.Empty(Sent);
    }

    [Fact]
    public void WhatIf_shows_all_four_counts()
    {
        (_, string screen) = Run("Update-DeviceScriptRunSummary -ScriptType PowerShell -ScriptId $windows -ErrorDeviceCount 1 -ErrorUserCount 2 -SuccessDeviceCount 3 -SuccessUserCount 4 -WhatIf");

        Assert.Contains("Set ErrorDeviceCount = 1, ErrorUserCount = 2, SuccessDeviceCount = 3, SuccessUserCount = 4", screen, StringComparison.Ordinal);
        Assert.Contains($"PowerShell script {Demo.Windows}", screen, StringComparison.Ordinal);
    }

    [Fact]
    public void WhatIf_still_refuses_what_is_wrong()
    {
        (InvocationResult result, string screen) = Run(
            "@{ ScriptType = 2; Id = $shell; ErrorUserCount = 'x' }, @{ ScriptType = 2; Id = $shell }, @{ Id = $shell; ErrorUserCount = 1 }, @{ ScriptType = 2; Id = $shell; ErrorUserCount = 1 } | Update-DeviceScriptRunSummary -WhatIf");

        Assert.Equal(["CountInvalid", "NoCountsSupplied", "ScriptTypeUnknown"], result.AllErrors.Select(Id));
        Assert.Single(Lines(screen), line => line.StartsWith("What if", StringComparison.Ordinal));
        Assert.Empty(Sent);
    }

    [Fact]
    public void WhatIf_false_wins_over_the_preference()
    {
        (InvocationResult result, _) = Run($"$WhatIfPreference = $true; {Two} -WhatIf:$false");

        Assert.Equal(2, result.Output.Count);
    }

    [Fact]
    public void Without_Confirm_nothing_is_asked()
    {
        (InvocationResult result, string screen) = Run(Two);

        Assert.Equal(2, result.Output.Count);
        Assert.Empty(screen);
    }

    [Theory]
    [InlineData("Y Y", new[] { Demo.Shell, Demo.Attribute }, 2)]
    [InlineData("N Y", new[] { Demo.Attribute }, 2)]
    [InlineData("Y N", new[] { Demo.Shell }, 2)]
    [InlineData("N N", new string[0], 2)]
    [InlineData("A", new[] { Demo.Shell, Demo.Attribute }, 1)]
    [InlineData("L", new string[0], 1)]
    [InlineData("Y L", new[] { Demo.Shell }, 2)]
    public void Confirm_asks_for_each_and_does_as_it_is_told(string answers, string[] expected, int questions)
    {
        (InvocationResult result, string screen) = Run($"{Two} -Confirm", answers.Split(' '));

        Assert.Empty(result.AllErrors);
        Assert.Equal(expected, result.Output.Select(summary => Value(summary!, "ScriptId")));
        Assert.Equal(expected.Length, Sent.Count);
        Assert.Equal(questions, screen.Split("Are you sure").Length - 1);
        Assert.Contains("Set ErrorDeviceCount = 0", screen, StringComparison.Ordinal);
        Assert.Contains($"Shell script 'Portal' ({Demo.Shell})", screen, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Medium", true)]
    [InlineData("Low", true)]
    [InlineData("High", false)]
    [InlineData("None", false)]
    public void The_preference_asks_from_Medium_on(string preference, bool asks)
    {
        (InvocationResult result, string screen) = Run($"$ConfirmPreference = '{preference}'; {Two}", "A");

        Assert.Equal(2, result.Output.Count);
        Assert.Equal(asks, screen.Contains("Are you sure", StringComparison.Ordinal));
    }

    [Fact]
    public void Confirm_does_not_ask_about_what_is_wrong()
    {
        (InvocationResult result, string screen) = Run("@{ ScriptType = 2; Id = $shell; ErrorUserCount = 'x' } | Update-DeviceScriptRunSummary -Confirm");

        Assert.Equal("CountInvalid", Id(Assert.Single(result.AllErrors)));
        Assert.Empty(screen);
    }

    private static List<string> Lines(string screen) =>
        [.. screen.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];

    private (InvocationResult Result, string Screen) Run(string script, params string[] answers)
    {
        using StringWriter screen = new();
        using StringReader input = new(string.Join('\n', answers));
        using PowerShellSession shell = OpenShell(new HostOptions { Output = screen, Input = input });
        Prepare(shell);
        return (shell.Invoke(script), screen.ToString());
    }
}
