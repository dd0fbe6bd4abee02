using System;
using System.Linq;
using System.Threading.Tasks;
using RunSummary.Sandbox;
using RunSummary.Sandbox.Hosting;
using Xunit;

namespace RunSummary.Tests.Sessions;

public sealed class DefaultSessionTests : SessionTest
{
    [Fact]
    public void A_second_runspace_uses_it_without_connecting()
    {
        using PowerShellSession other = OpenPreparedShell();

        Assert.Equal([Here], other.Invoke(Read).Values);
    }

    [Fact]
    public void A_Connect_in_a_second_runspace_holds_for_the_first_too()
    {
        using PowerShellSession other = OpenPreparedShell();
        Assert.Empty(other.Invoke(ConnectSouth).AllErrors);

        Assert.Equal([InSouth], Invoke(Read).Values);
    }

    [Fact]
    public void A_Disconnect_in_a_second_runspace_holds_for_the_first_too()
    {
        using PowerShellSession other = OpenPreparedShell();
        Assert.Empty(other.Invoke("Disconnect-RunSummary").AllErrors);

        Assert.Equal("NotConnected", Id(FailForGood(Read)));
    }

    [Fact]
    public void It_outlives_the_runspace_that_made_it()
    {
        using (PowerShellSession other = OpenPreparedShell())
        {
            Assert.Empty(other.Invoke(ConnectSouth).AllErrors);
        }

        Assert.Equal([InSouth], Invoke(Read).Values);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Import-Module $using:manifest; ")]
    public void Parallel_script_blocks_use_it(string import)
    {
        Shell.SetVariable("manifest", RepositoryPaths.Manifest);

        var summaries = Succeed(
            $"$shell, $otherShell, $shell, $otherShell, $shell | ForEach-Object -Parallel {{ {import}Update-DeviceScriptRunSummary -ScriptType Shell -ScriptId $_ -ErrorUserCount 6 }} -ThrottleLimit 3");
        Assert.Equal(5, summaries.Count);
        Assert.All(summaries, summary => Assert.Equal(6, Value(summary, "ErrorUserCount")));
        Assert.Equal(5, Sent.Count);
        Assert.Equal(1, Service.Tokens.IssuedCount);
    }

    [Fact]
    public void Parallel_script_blocks_pass_objects_on_to_the_commands_outside()
    {
        var names = Succeed("1, 2, 4 | ForEach-Object -Parallel { Get-DeviceScript -ScriptType $_ } | Update-DeviceScriptRunSummary -ErrorUserCount 6 | ForEach-Object ScriptName");

        Assert.Equal(
            Service.Scripts.All.Select(script => script.DisplayName).Order(StringComparer.Ordinal),
            names.Select(name => (string)name.BaseObject).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Parallel_script_blocks_use_a_session_that_they_are_handed()
    {
        PassThru(ConnectSouth);
        Connect();

        Assert.Equal(
            [InSouth, InSouth],
            Succeed("$shell, $shell | ForEach-Object -Parallel { (Get-DeviceScriptRunSummary -ScriptType Shell -ScriptId $_ -Session $using:session).ErrorDeviceCount }").Select(count => count.BaseObject));
    }

    [Fact]
    public void Connecting_again_replaces_it()
    {
        Succeed(ConnectSouth);

        Assert.Equal([InSouth], Invoke(Read).Values);
        Assert.Empty(Sent);
    }

    [Fact]
    public async Task Many_connects_and_reads_at_once_never_leave_a_command_without_an_outcome()
    {
        PowerShellSession[] shells = [.. Enumerable.Range(0, 4).Select(_ => OpenPreparedShell())];

        InvocationResult[] results = await Task.WhenAll(shells.Select((shell, index) => Task.Run(() => shell.Invoke(index == 0
            ? $"foreach ($i in 1..10) {{ {SandboxShell.Connect}; {ConnectSouth} }}"
            : $"foreach ($i in 1..10) {{ try {{ {Read} }} catch {{ $_.FullyQualifiedErrorId.Split(',')[0] }} }}"))));

        Assert.Empty(results.SelectMany(result => result.AllErrors));
        Assert.All(results.Skip(1), result => Assert.Equal(10, result.Output.Count));
        Assert.All(results.Skip(1).SelectMany(result => result.Values), value => Assert.True(value is Here or InSouth or "NotConnected", $"{value}"));
        Array.ForEach(shells, shell => shell.Dispose());
    }
}
