using System.Threading.Tasks;
using RunSummary.Sandbox.Hosting;
using Xunit;

namespace RunSummary.Tests.Sessions;

/// <summary>What nobody can use any more is freed: the service sees its connections end, long before they would for being idle.</summary>
public sealed class ClosedSessionTests : SessionTest
{
    [Fact]
    public async Task A_default_that_is_replaced()
    {
        Succeed(Read);
        Assert.True(Service.OpenConnections > 0);

        Succeed("Connect-RunSummary -AccessToken abc -GraphEndpoint $south.GraphEndpoint");
        await UntilAsync(() => Service.OpenConnections == 0);
    }

    [Fact]
    public async Task One_that_is_disconnected()
    {
        Succeed(Read);

        Succeed("Disconnect-RunSummary");
        await UntilAsync(() => Service.OpenConnections == 0);
    }

    [Fact]
    public async Task One_whose_Connect_ended_at_the_warning_of_its_permissions()
    {
        South.Tokens.Roles = [];

        InvocationResult result = Invoke($"{ConnectSouth} -WarningAction Stop");
        Assert.Contains("no permission", $"{result.Terminating}", System.StringComparison.Ordinal);
        Assert.NotEmpty(South.IdentityRequests.All);
        await UntilAsync(() => South.OpenConnections == 0);
        Assert.Equal([Here], Invoke(Read).Values);
    }
}
