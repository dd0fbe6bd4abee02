using System.Linq;
using System.Management.Automation;
using System.Threading.Tasks;
using RunSummary.Sandbox;
using RunSummary.Sandbox.Hosting;
using RunSummary.Tests.Commands;
using Xunit;

namespace RunSummary.Tests.Sessions;

public sealed class NamedSessionTests : SessionTest
{
    [Fact]
    public void Two_tenants_can_be_worked_on_at_once()
    {
        Shell.SetVariable("north", PassThru(SandboxShell.Connect));
        Shell.SetVariable("session", PassThru(ConnectSouth));

        Assert.Equal([Here], Invoke(ReadWith.Replace("$session", "$north", System.StringComparison.Ordinal)).Values);
        Assert.Equal([InSouth], Invoke(ReadWith).Values);
        Assert.Single(Succeed("Get-DeviceScriptRunSummary -Session $session -ScriptType Shell -ScriptId $shell | Update-DeviceScriptRunSummary -Session $north"));
        Assert.Equal(InSouth, Service.Scripts.Summary(System.Guid.Parse(Demo.Shell))!.Counts.ErrorDevices);
    }

    [Fact]
    public async Task Two_tenants_can_be_worked_on_at_the_same_time()
    {
        PSObject south = PassThru(ConnectSouth);
        PSObject north = PassThru(SandboxShell.Connect);
        PSObject[] sessions = [south, north];
        PowerShellSession[] shells = [OpenPreparedShell(), OpenPreparedShell()];

        InvocationResult[] results = await Task.WhenAll(shells.Select((shell, index) => Task.Run(() =>
        {
            shell.SetVariable("session", sessions[index]);
            return shell.Invoke($"1..20 | ForEach-Object {{ {ReadWith} }}");
        })));

        Assert.Equal(Enumerable.Repeat((object)InSouth, 20), results[0].Values);
        Assert.Equal(Enumerable.Repeat((object)Here, 20), results[1].Values);
        shells[0].Dispose();
        shells[1].Dispose();
    }

    [Fact]
    public void A_session_that_was_handed_out_survives_a_later_Connect()
    {
        PSObject south = PassThru(ConnectSouth);
        Connect();

        Assert.Equal([InSouth], Invoke(ReadWith).Values);
        Assert.Equal([Here], Invoke(Read).Values);
        Assert.Equal(true, Value(south, "IsConnected"));
    }

    [Fact]
    public void PassThru_makes_it_the_default_as_well()
    {
        PassThru(ConnectSouth);

        Assert.Equal([InSouth], Invoke(Read).Values);
    }

    [Fact]
    public void Without_PassThru_Connect_gives_nothing() => Assert.Empty(Succeed(ConnectSouth));

    [Theory]
    [InlineData("Disconnect-RunSummary -Session $session")]
    [InlineData("$session | Disconnect-RunSummary")]
    public void Disconnect_ends_the_one_that_it_is_given_and_leaves_the_default(string disconnect)
    {
        PSObject south = PassThru(ConnectSouth);
        Connect();

        Assert.Empty(Succeed(disconnect));
        Assert.Equal("NotConnected", Id(FailForGood(ReadWith)));
        Assert.Equal([Here], Invoke(Read).Values);
        Assert.Equal(false, Value(south, "IsConnected"));
        Assert.Null(Value(south, "Context"));
    }

    [Theory]
    [InlineData("Disconnect-RunSummary -Session $session")]
    [InlineData("$session | Disconnect-RunSummary")]
    [InlineData("Disconnect-RunSummary")]
    public void A_default_that_is_ended_leaves_none(string disconnect)
    {
        PassThru(ConnectSouth);
        Succeed(disconnect);

        Assert.Equal("NotConnected", Id(FailForGood(Read)));
        Assert.Equal("NotConnected", Id(FailForGood(ReadWith)));
    }

    [Fact]
    public void Several_are_ended_by_pipeline()
    {
        Shell.SetVariable("north", PassThru(SandboxShell.Connect));
        Shell.SetVariable("session", PassThru(ConnectSouth));
        Connect();

        Succeed("$north, $session | Disconnect-RunSummary");
        Assert.Equal([false, false, Here], Invoke($"$north.IsConnected; $session.IsConnected; {Read}").Values);
    }

    [Fact]
    public void Ending_what_is_ended_does_nothing()
    {
        PassThru(ConnectSouth);

        Assert.Empty(Succeed("$session | Disconnect-RunSummary; $session | Disconnect-RunSummary; Disconnect-RunSummary; Disconnect-RunSummary"));
        Assert.Single(Invoke("Disconnect-RunSummary -Verbose").Verbose);
    }

    [Fact]
    public void A_session_says_what_it_is_connected_to()
    {
        PSObject south = PassThru(ConnectSouth);

        Assert.Equal("RunSummary.RunSummarySession", south.TypeNames[0]);
        Assert.Equal(South.GraphEndpoint, Value(PSObject.AsPSObject(Value(south, "Context")!), "GraphEndpoint"));
        Assert.Equal([South.GraphEndpoint], Invoke("(Get-RunSummaryContext -Session $session).GraphEndpoint; ").Values);
        Assert.Equal([South.GraphEndpoint], Invoke("($session | Get-RunSummaryContext).GraphEndpoint").Values);
    }
}
