using System;
using System.Linq;
using RunSummary.Sandbox;
using Xunit;

namespace RunSummary.Tests.SignIns;

public sealed class PermissionWarningTests : SignInTest
{
    [Theory]
    [InlineData("DeviceManagementScripts.ReadWrite.All")]
    [InlineData("DeviceManagementScripts.Read.All", "DeviceManagementConfiguration.ReadWrite.All")]
    public void A_token_that_can_read_is_no_warning(params string[] roles)
    {
        Service.Tokens.Roles = roles;

        Assert.Empty(Invoke(SandboxShell.Connect).Warning);
    }

    [Theory]
    [InlineData("User.Read.All", "Device.Read.All")]
    [InlineData()]
    public void One_that_can_not_is_a_warning_with_the_grant_to_ask_for(params string[] roles)
    {
        Service.Tokens.Roles = roles;

        string warning = Assert.Single(Invoke(SandboxShell.Connect).Warning);
        Assert.All(
            ["DeviceManagementScripts.ReadWrite.All", "DeviceManagementScripts.Read.All", "application permission", Service.ClientId, "administrator", .. roles],
            word => Assert.Contains(word, warning, StringComparison.Ordinal));
        Assert.Equal(roles, ((System.Collections.Generic.IEnumerable<string>)Value(Context, "Scopes")!).ToArray());
    }

    [Theory]
    [InlineData("DeviceManagementConfiguration.ReadWrite.All")]
    [InlineData("DeviceManagementConfiguration.Read.All", "User.Read.All")]
    public void One_with_an_older_permission_only_is_a_warning_that_says_what_is_asked_for_now(params string[] roles)
    {
        Service.Tokens.Roles = roles;

        string warning = Assert.Single(Invoke(SandboxShell.Connect).Warning);
        Assert.All(
            [roles[0], "July 2025", "DeviceManagementScripts.ReadWrite.All", "DeviceManagementScripts.Read.All", "application permission", Service.ClientId, "administrator"],
            word => Assert.Contains(word, warning, StringComparison.Ordinal));
        Assert.DoesNotContain("no permission", warning, StringComparison.Ordinal);
    }

    [Fact]
    public void A_token_that_can_not_be_read_is_no_warning() =>
        Assert.Empty(Invoke("Connect-RunSummary -AccessToken opaque -GraphEndpoint $sandbox.GraphEndpoint").Warning);
}
