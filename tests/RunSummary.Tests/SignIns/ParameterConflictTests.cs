using System.Management.Automation;
using System.Threading.Tasks;
using RunSummary.Sandbox.Hosting;
using Xunit;

namespace RunSummary.Tests.SignIns;

/// <summary>Parameters that don't go together, or not with that value. Nothing is sent.</summary>
public sealed class ParameterConflictTests : UserSignInTest
{
    [Theory]
    [InlineData("-UseDeviceCode:$false " + Here, "-UseDeviceCode")]
    [InlineData("-Identity:$false -GraphEndpoint $sandbox.GraphEndpoint", "-Identity")]
    [InlineData("-Identity:$false -IdentityObjectId x -GraphEndpoint $sandbox.GraphEndpoint", "-Identity")]
    [InlineData("-EnvironmentVariable:$false " + Here, "-EnvironmentVariable")]
    [InlineData("-UseDeviceCode -AllowUnprotectedTokenCache " + Here, "-AllowUnprotectedTokenCache")]
    [InlineData("-AllowUnprotectedTokenCache -TokenCache Process " + Here, "-AllowUnprotectedTokenCache")]
    [InlineData("-TenantId $sandbox.TenantId -ClientSecretCredential $sandbox.Credential -ProxyCredential $sandbox.Credential " + Here, "-ProxyCredential")]
    public void What_does_not_fit_is_ParameterConflict(string parameters, string named)
    {
        AssertConnectFails($"Connect-RunSummary {parameters}", "ParameterConflict", ErrorCategory.InvalidArgument, named);

        Assert.Empty(Service.IdentityRequests.All);
    }

    [Fact]
    public async Task What_is_switched_off_and_only_allows_something_is_no_conflict()
    {
        InvocationResult result = await SignInAsync("-AllowUnprotectedTokenCache:$false");

        Assert.Empty(result.AllErrors);
        AssertSignedIn("DeviceCode");
    }
}
