using System;
using System.Diagnostics;
using System.Linq;
using System.Threading.Tasks;
using RunSummary.Sandbox.Hosting;
using Xunit;

namespace RunSummary.Tests.Commands;

/// <summary>Ctrl+C, as the host does it: from another thread, while the command waits.</summary>
public sealed class StopTests : ConnectedTest
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(10);

    protected override string ConnectParameters => "-MaximumRetryCount 5";

    [Theory]
    [InlineData("Get-DeviceScript")]
    [InlineData("Get-DeviceScript -ScriptId $shell")]
    [InlineData("Get-DeviceScriptRunSummary -ScriptType Shell -ScriptId $shell")]
    [InlineData("Update-DeviceScriptRunSummary -ScriptType Shell -ScriptId $shell -ErrorUserCount 1")]
    [InlineData("$shell, $otherShell | Update-DeviceScriptRunSummary -ScriptType Shell -ErrorUserCount 1 | Get-DeviceScript")]
    public async Task Stopping_a_command_whose_request_hangs_ends_it_at_once_and_the_session_works_on(string command)
    {
        Service.Faults.On("*", "").Hang(TimeSpan.FromMinutes(5));

        InvocationResult result = await StopAsync(command, () => Sent.Count > 0);
        Assert.True(result.WasStopped);
        Assert.Empty(result.Output);
        Assert.Empty(result.Errors);
        Assert.NotEmpty(Sent);

        Service.Faults.Clear();
        Assert.Single(Succeed("Update-DeviceScriptRunSummary -ScriptType Shell -ScriptId $shell -ErrorUserCount 2"));
    }

    [Fact]
    public async Task Stopping_a_command_that_waits_before_another_try_ends_it_at_once()
    {
        Service.Faults.On("*", "").Throttle("120");

        InvocationResult result = await StopAsync(
            "Update-DeviceScriptRunSummary -ScriptType Shell -ScriptId $shell -ErrorUserCount 1", () => Service.Requests.All.Any(request => request.Status == 429));
        Assert.True(result.WasStopped);
        Assert.Single(Sent);
    }

    [Fact]
    public async Task Stopping_between_two_pages_ends_the_list()
    {
        Service.Scripts.Seed(200);
        Service.Faults.On(request => request.Query.Contains("skiptoken", StringComparison.Ordinal)).Hang(TimeSpan.FromMinutes(5));

        InvocationResult result = await StopAsync("Get-DeviceScript -ScriptType Shell", () => Sent.Count == 2);
        Assert.True(result.WasStopped);
        Assert.Equal(100, result.Output.Count);
    }

    [Fact]
    public async Task Stopping_a_sign_in_that_hangs_ends_it_at_once_and_leaves_the_session_there_was()
    {
        Service.IdentityFaults.On("POST", "/token").Hang(TimeSpan.FromMinutes(5));
        int before = Service.IdentityRequests.All.Count;

        InvocationResult result = await StopAsync(RunSummary.Sandbox.SandboxShell.Connect, () => Service.IdentityRequests.All.Count > before);
        Assert.True(result.WasStopped);
        Assert.NotEmpty(Succeed("Get-DeviceScript"));
    }

    [Fact]
    public void A_downstream_that_throws_ends_the_command_and_the_session_works_on()
    {
        var result = Invoke("try { $shell, $otherShell | Update-DeviceScriptRunSummary -ScriptType Shell -ErrorUserCount 1 | ForEach-Object { throw 'enough' } } catch { \"$_\" }");

        Assert.Equal(["enough"], result.Values);
        Assert.NotEmpty(Succeed("Get-DeviceScript"));
    }

    private async Task<InvocationResult> StopAsync(string command, Func<bool> isWaiting)
    {
        Task<InvocationResult> running = Task.Run(() => Shell.Invoke(command));
        Stopwatch watch = Stopwatch.StartNew();
        while (!isWaiting())
        {
            Assert.True(watch.Elapsed < Soon, "It never came to the wait.");
            Assert.False(running.IsCompleted, "It ended before the wait.");
            await Task.Delay(10);
        }

        await Task.Delay(100);
        Shell.Stop();
        return await running.WaitAsync(Soon);
    }
}
