using System;
using System.Threading;
using System.Threading.Tasks;
using RunSummary.Sandbox.Hosting;
using RunSummary.Sandbox.Service;
using Xunit;

namespace RunSummary.Tests.SignIns;

/// <summary>On which thread and in which runspace the script block of a token runs, and what else goes on meanwhile.</summary>
public sealed class TokenScriptThreadTests : TokenScriptTest
{
    protected override SandboxOptions Options => new() { PageSize = 2, GeneratedScripts = 30 };

    [Fact]
    public void It_runs_on_the_pipeline_thread()
    {
        Succeed($"{SignIn} {Desk}");

        Assert.Equal([(int)Invoke("[Environment]::CurrentManagedThreadId").Values[0]!], TokenDesk.Threads);
    }

    [Fact]
    public void In_the_middle_of_a_pipeline_whose_commands_share_a_thread_nothing_is_lost()
    {
        Succeed($"{SignIn} {Desk}");
        int pages = 0;
        Service.Faults.On(request =>
        {
            // Once: a request that is refused twice is the end, and rightly so.
            if (request.Method == "GET" && Interlocked.Increment(ref pages) == 20)
            {
                Service.Tokens.RevokeAll();
            }

            return false;
        }).Status(500, "never", "Never.");

        int updated = Succeed("Get-DeviceScript | Update-DeviceScriptRunSummary -ErrorUserCount 6").Count;
        Assert.Equal(Service.Scripts.All.Count, updated);
        Assert.True(TokenDesk.Asked > 1);
    }

    [Theory]
    [InlineData("1..6 | ForEach-Object -Parallel { Update-DeviceScriptRunSummary -ScriptType Shell -ScriptId 7a1c0011-5b1e-4c0a-9d61-2f6c0de50011 -ErrorUserCount $_ } -ThrottleLimit 3", 6)]
    [InlineData("Get-DeviceScript -ScriptType Shell | ForEach-Object -Parallel { $_ | Update-DeviceScriptRunSummary -ErrorUserCount 6 } -ThrottleLimit 3", 33)]
    public void It_works_in_parallel_runspaces_as_well(string script, int count)
    {
        Succeed($"{SignIn} {Desk}");
        Service.Tokens.RevokeAll();

        Assert.Equal(count, Succeed(script).Count);
        Assert.True(TokenDesk.Asked > 1);
    }

    [Fact]
    public async Task It_works_while_the_runspace_that_connected_is_busy()
    {
        Succeed($"{SignIn} {Desk}");
        Service.Tokens.RevokeAll();
        using PowerShellSession other = OpenShell();
        Prepare(other);

        Task<InvocationResult> busy = Task.Run(() => Shell.Invoke("while ($true) { [System.Threading.Thread]::Sleep(5) }"));
        InvocationResult result = await Task.Run(() => other.Invoke(Update));
        Shell.Stop();
        await busy;
        Assert.Empty(result.AllErrors);
        Assert.Single(result.Output);
    }

    [Fact]
    public async Task It_works_after_the_runspace_that_connected_is_gone()
    {
        using (PowerShellSession other = OpenShell())
        {
            Assert.Empty(other.Invoke($"{SignIn} {Desk}").AllErrors);
        }

        Service.Tokens.RevokeAll();
        Assert.Single(await Task.Run(() => Succeed(Update)));
    }

    [Theory]
    [InlineData(SignIn + " { $reached.Set(); while ($true) { [System.Threading.Thread]::Sleep(5) } }")]
    [InlineData(SignIn + " { $global:blocked ??= 0; if ($global:blocked++) { $reached.Set(); while ($true) { [System.Threading.Thread]::Sleep(5) } }; $sandbox.AccessToken }; $revoke.Invoke(); " + Update)]
    public async Task Ctrl_C_ends_a_block_that_hangs(string script)
    {
        using ManualResetEventSlim reached = new();
        Shell.SetVariable("reached", reached);
        Shell.SetVariable("revoke", (Action)Service.Tokens.RevokeAll);
        Task<InvocationResult> running = Task.Run(() => Shell.Invoke(script));
        Assert.True(reached.Wait(Soon, TestContext.Current.CancellationToken));

        await AssertStopsAsync(running);
    }

    [Fact]
    public void A_name_completion_that_would_need_the_block_offers_nothing_and_says_nothing()
    {
        Succeed($"{SignIn} {Desk}");
        Service.Tokens.RevokeAll();

        Assert.Empty(Invoke("(TabExpansion2 'Get-DeviceScript -Name Inst' 27).CompletionMatches").AllErrors);
        Assert.Equal(1, TokenDesk.Asked);
    }
}
