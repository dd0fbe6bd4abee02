using System;
using System.Diagnostics;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using RunSummary.Sandbox.Hosting;
using Xunit;

namespace RunSummary.Tests.RunStates;

/// <summary>States come as they are read, no faster than they are taken, and no longer than they are wanted.</summary>
public sealed class StateStreamingTests : RunStateCommandTest
{
    private const string Get = "$shell | Get-DeviceScriptRunState -ScriptType Shell";
    private const int Devices = 20_000;
    private const int Pages = Devices / 50;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public void The_first_state_is_out_before_the_second_page_is_there()
    {
        UsePagesOfTheService();
        Service.Faults.On(request => request.Query.Contains("skiptoken", StringComparison.Ordinal)).Hang(TimeSpan.FromMinutes(5));

        Assert.Single(Succeed($"do {{ {Get} | ForEach-Object {{ $_; break }} }} while ($false)"));
    }

    [Theory]
    [InlineData($"do {{ {Get} | ForEach-Object {{ $_; break }} }} while ($false)")]
    [InlineData($"try {{ {Get} | ForEach-Object {{ $_; throw 'enough' }} }} catch {{ }}")]
    public void A_downstream_that_has_enough_ends_the_reading(string command)
    {
        UsePagesOfTheService();

        Assert.Single(Succeed(command));
        Succeed("Get-DeviceScript -ScriptId $shell > $null; [System.Threading.Thread]::Sleep(300)");

        Assert.InRange(PagesOf(States), 1, Pages / 4);
    }

    [Fact]
    public void A_slow_downstream_holds_the_reading_back()
    {
        UsePagesOfTheService();
        Shell.SetVariable("asked", (Func<int>)(() => PagesOf(States)));

        var asked = Succeed($"{Get} | ForEach-Object {{ if (++$count -le 3) {{ [System.Threading.Thread]::Sleep(200); $asked.Invoke() }} }}");

        Assert.Equal(3, asked.Count);
        Assert.All(asked, pages => Assert.InRange((int)pages.BaseObject, 1, 10));
    }

    [Theory]
    [InlineData("Get-DeviceScript | Get-DeviceScriptRunState")]
    [InlineData("Get-DeviceScript | Measure-DeviceScriptRunSummary")]
    [InlineData("Get-DeviceScript | Compare-DeviceScriptRunSummary -DriftOnly")]
    public async Task Ctrl_C_ends_it_at_once_and_the_session_works_on(string command)
    {
        Service.Faults.On(request => request.Path.EndsWith("RunStates", StringComparison.Ordinal)).Hang(TimeSpan.FromMinutes(5));

        Task<InvocationResult> running = Task.Run(() => Shell.Invoke(command));
        Stopwatch watch = Stopwatch.StartNew();
        while (!Sent.Any(request => request.EndsWith("deviceRunStates", StringComparison.Ordinal)))
        {
            Assert.True(watch.Elapsed < Patience, "No states were asked for.");
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }

        Shell.Stop();
        InvocationResult result = await running.WaitAsync(Patience, TestContext.Current.CancellationToken);
        Service.Faults.Clear();

        Assert.True(result.WasStopped);
        Assert.Empty(result.Output);
        Assert.Empty(result.Errors);
        Assert.Single(Succeed("$shell | Measure-DeviceScriptRunSummary -ScriptType Shell"));
    }

    [Fact]
    public void States_are_out_while_scripts_still_come_in()
    {
        Service.RunStates.Set(Script, [Device("fail")]);

        // There is room for all of them, so nothing has to wait for the first.
        var count = Succeed(
            """
            $seen = [System.Collections.Generic.List[string]]::new()
            & { $shell; for ($i = 0; $i -lt 14 -and $seen.Count -eq 0; $i++) { [System.Threading.Thread]::Sleep(500); $missing }; $global:early = $seen.Count } |
                Get-DeviceScriptRunState -ScriptType Shell -ThrottleLimit 16 2> $null | ForEach-Object { $seen.Add($_.RunState) }
            $global:early
            """);

        Assert.Equal(1, Assert.Single(count).BaseObject);
    }

    [Theory]
    [InlineData("Get-DeviceScriptRunState", 1)]
    [InlineData("Get-DeviceScriptRunState", 3)]
    [InlineData("Measure-DeviceScriptRunSummary", 3)]
    public void So_many_scripts_are_read_at_once_as_ThrottleLimit_says(string command, int limit)
    {
        Service.Scripts.Seed(4);
        int now = 0;
        int most = 0;
        TaskCompletionSource together = new(TaskCreationOptions.RunContinuationsAsynchronously);
        Service.Faults.On(request => request.Path.EndsWith("deviceRunStates", StringComparison.Ordinal)).Perform(async (request, answer, cancel) =>
        {
            // Nothing is answered until so many wait; what is too many would wait with them.
            most = Math.Max(most, Interlocked.Increment(ref now));
            if (now >= limit)
            {
                together.TrySetResult();
            }

            await together.Task.WaitAsync(Patience, cancel);
            await Task.Delay(50, cancel);
            Interlocked.Decrement(ref now);
            return await answer(request, cancel);
        });

        Succeed($"Get-DeviceScript | {command} -ThrottleLimit {limit} > $null");

        Assert.Equal(limit, most);
    }

    private void UsePagesOfTheService()
    {
        Service.RunStates.RefusesTop = true;
        Service.RunStates.Generate(Script, Devices, users: 0);
    }
}
