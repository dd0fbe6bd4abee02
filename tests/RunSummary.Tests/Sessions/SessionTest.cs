using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using RunSummary.Sandbox;
using RunSummary.Sandbox.Hosting;
using RunSummary.Sandbox.Service;
using RunSummary.Tests.Commands;
using Xunit;

namespace RunSummary.Tests.Sessions;

/// <summary>What tests of sessions share: a second service, as <c>$south</c>, whose demo scripts have other counts.</summary>
public abstract class SessionTest : ConnectedTest
{
    /// <summary>Reads how often the demo script failed: 4 here, 77 in the south.</summary>
    protected const string Read = "(Get-DeviceScriptRunSummary -ScriptType Shell -ScriptId $shell).ErrorDeviceCount";

    protected const string ReadWith = "(Get-DeviceScriptRunSummary -ScriptType Shell -ScriptId $shell -Session $session).ErrorDeviceCount";

    protected const int Here = 4;
    protected const int InSouth = 77;

    private static readonly TimeSpan Soon = TimeSpan.FromMinutes(1);

    protected static readonly string ConnectSouth = SandboxShell.Connect.Replace("$sandbox", "$south", StringComparison.Ordinal);

    private readonly TaskCompletionSource _released = new(TaskCreationOptions.RunContinuationsAsynchronously);

    protected SandboxService South { get; private set; } = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        South = await SandboxService.StartAsync(ct: TestContext.Current.CancellationToken);
        South.Scripts.SetSummary(Guid.Parse(Demo.Shell), new SummaryCounts(1, InSouth, 1, 1));
        Shell.SetVariable("south", SandboxShell.Describe(South));
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await South.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Opens one more runspace in which the tests' variables are set.</summary>
    protected PowerShellSession OpenPreparedShell()
    {
        PowerShellSession shell = OpenShell();
        shell.SetVariable("south", SandboxShell.Describe(South));
        Prepare(shell);
        return shell;
    }

    /// <summary>Gives a session as <c>-PassThru</c> hands it out, and leaves it in <c>$session</c>.</summary>
    protected PSObject PassThru(string connect)
    {
        PSObject session = Assert.Single(Succeed($"{connect} -PassThru -MaximumRetryCount 0"));
        Shell.SetVariable("session", session);
        return session;
    }

    /// <summary>Answers as ever, once the test waits for the end.</summary>
    protected async Task<SandboxAnswer> HoldAsync(SandboxRequest request, SandboxHandler work, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(work);
        await _released.Task.WaitAsync(cancellationToken);
        return await work(request, cancellationToken);
    }

    /// <summary>Starts an update that the service holds back, in a runspace of its own, and returns once the service has it.</summary>
    protected async Task<Task<InvocationResult>> StartHeldUpdateAsync(PowerShellSession shell, string more = "")
    {
        Service.Faults.OnEnvelopes().Once().Perform(HoldAsync);
        Task<InvocationResult> running = Task.Run(() => shell.Invoke(
            $"@{{ ScriptType = 2; Id = $shell }}, @{{ ScriptType = 2; Id = $otherShell }} | Update-DeviceScriptRunSummary -ErrorDeviceCount 5 {more}"));
        await UntilAsync(() => Sent.Any(request => request.StartsWith("PATCH", StringComparison.Ordinal)));
        return running;
    }

    protected static async Task UntilAsync(Func<bool> condition)
    {
        Stopwatch watch = Stopwatch.StartNew();
        while (!condition())
        {
            Assert.True(watch.Elapsed < Soon, "It never came to that.");
            await Task.Delay(10);
        }
    }

    /// <summary>Lets go what is held back, and waits for its end.</summary>
    protected Task<InvocationResult> EndAsync(Task<InvocationResult> running)
    {
        ArgumentNullException.ThrowIfNull(running);
        _released.TrySetResult();
        return running.WaitAsync(Soon);
    }

    protected static void AssertUpdated(InvocationResult result)
    {
        Assert.Empty(result.AllErrors);
        Assert.Equal([Demo.Shell, Demo.OtherShell], Ids(result));
    }

    private static IEnumerable<string?> Ids(InvocationResult result) => result.Output.Select(summary => (string?)Value(summary!, "ScriptId"));
}
