using System.Threading.Tasks;
using RunSummary.Sandbox;
using RunSummary.Sandbox.Hosting;
using Xunit;

namespace RunSummary.Tests.Sessions;

/// <summary>A command keeps the session that it started with, whatever happens meanwhile.</summary>
public sealed class KeptSessionTests : SessionTest
{
    [Fact]
    public async Task A_Disconnect_meanwhile_does_not_touch_a_command_that_runs()
    {
        using PowerShellSession other = OpenPreparedShell();
        Task<InvocationResult> running = await StartHeldUpdateAsync(other);

        Succeed("Disconnect-RunSummary");
        Assert.Equal("NotConnected", Id(FailForGood(Read)));
        Assert.False(running.IsCompleted);
        AssertUpdated(await EndAsync(running));
    }

    [Fact]
    public async Task A_Connect_meanwhile_does_not_touch_a_command_that_runs()
    {
        using PowerShellSession other = OpenPreparedShell();
        Task<InvocationResult> running = await StartHeldUpdateAsync(other);

        Succeed(ConnectSouth);
        Assert.Equal([InSouth], Invoke(Read).Values);
        Assert.False(running.IsCompleted);
        AssertUpdated(await EndAsync(running));
        Assert.DoesNotContain(South.Requests.All, request => request.Method == "PATCH");
    }

    [Fact]
    public async Task A_Disconnect_of_a_named_session_meanwhile_does_not_touch_a_command_that_runs()
    {
        using PowerShellSession other = OpenPreparedShell();
        other.SetVariable("session", PassThru(SandboxShell.Connect));
        Task<InvocationResult> running = await StartHeldUpdateAsync(other, "-Session $session");

        Succeed("$session | Disconnect-RunSummary");
        Assert.Equal("NotConnected", Id(FailForGood(ReadWith)));
        AssertUpdated(await EndAsync(running));
    }

    [Theory]
    [InlineData("Disconnect-RunSummary")]
    [InlineData("Connect-RunSummary -AccessToken abc -GraphEndpoint $south.GraphEndpoint")]
    public void So_it_is_within_one_pipeline(string meanwhile)
    {
        Assert.Equal(
            3,
            Succeed($"Get-DeviceScript -ScriptType Shell | ForEach-Object {{ {meanwhile}; $_ }} | Update-DeviceScriptRunSummary -ErrorDeviceCount 5").Count);
        Assert.Empty(South.Requests.All);
    }

    [Fact]
    public async Task A_sign_in_that_hangs_leaves_the_session_there_was_until_it_is_done()
    {
        South.IdentityFaults.On("POST", "/token").Perform(HoldAsync);
        using PowerShellSession other = OpenPreparedShell();

        Task<InvocationResult> connecting = Task.Run(() => other.Invoke(ConnectSouth));
        await UntilAsync(() => South.IdentityRequests.All.Count > 0);
        Assert.Equal([Here], Invoke(Read).Values);
        Assert.False(connecting.IsCompleted);
        Assert.Empty((await EndAsync(connecting)).AllErrors);
        Assert.Equal([InSouth], Invoke(Read).Values);
    }
}
