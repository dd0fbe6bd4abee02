using System.Management.Automation;
using System.Threading.Tasks;
using RunSummary.Tests.Commands;
using Xunit;

namespace RunSummary.Tests.SignIns;

/// <summary>A host that nobody vouches for gets nothing.</summary>
public sealed class TlsTests : SignInTest
{
    [Theory]
    [InlineData("-TenantId $sandbox.TenantId -ClientSecretCredential $sandbox.Credential")]
    [InlineData("-UseDeviceCode")]
    public async Task A_sign_in_service_that_is_not_trusted_is_ConnectionFailed_and_gets_no_byte(string way)
    {
        await using UntrustedHost host = new();

        AssertConnectFails(
            $"Connect-RunSummary {way} -Authority {host.Address} -GraphEndpoint $sandbox.GraphEndpoint -MaximumRetryCount 0",
            "ConnectionFailed",
            ErrorCategory.ConnectionError,
            "certificate");
        Assert.True(host.Connections > 0);
        Assert.Equal(0, host.Bytes);
    }

    [Fact]
    public async Task A_Graph_that_is_not_trusted_is_ConnectionFailed_and_gets_no_byte()
    {
        await using UntrustedHost host = new();
        Succeed($"Connect-RunSummary -AccessToken $sandbox.AccessToken -GraphEndpoint {host.Address} -MaximumRetryCount 0");

        ErrorRecord error = FailAndGoOn($"Update-DeviceScriptRunSummary -ScriptType Shell -ScriptId {Demo.Shell} -ErrorUserCount 1");
        AssertError(error, "ConnectionFailed", ErrorCategory.ConnectionError);
        Assert.True(host.Connections > 0);
        Assert.Equal(0, host.Bytes);
    }

    [Fact]
    public void No_command_has_a_parameter_that_switches_checks_off() => Assert.Empty(
        Succeed("Get-Command -Module RunSummary | ForEach-Object { $_.Parameters.Keys } | Where-Object { $_ -match 'Skip.*Check|Insecure|Certificate.*(Check|Validation)|TrustAll' }"));
}
