using System.Linq;
using System.Management.Automation;
using RunSummary.Tests.Commands;
using Xunit;

namespace RunSummary.Tests.Errors;

public sealed class PermissionTests : ErrorsTest
{
    [Theory]
    [InlineData(Update, Write, Read)]
    [InlineData(Update, Write, "DeviceManagementConfiguration.Read.All")]
    [InlineData(Update, Write, "Directory.Read.All")]
    [InlineData(Get, Read, "Directory.Read.All")]
    public void PermissionDenied_names_what_the_command_needs_and_how_to_grant_it(string command, string needed, string granted)
    {
        ConnectWith(granted);

        ErrorRecord error = AssertFails(command, "PermissionDenied", ErrorCategory.PermissionDenied);
        AssertHttp(error, 403, "Forbidden", attempts: 1);
        AssertSays(error, "Shell script 'Portal'", needed);
        Assert.Contains(needed, error.ErrorDetails.RecommendedAction, System.StringComparison.Ordinal);
        Assert.Contains("administrator", error.ErrorDetails.RecommendedAction, System.StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Read)]
    [InlineData(Write)]
    [InlineData("DeviceManagementConfiguration.Read.All")]
    public void Reading_works_with_each_permission_that_the_service_accepts(string granted)
    {
        ConnectWith(granted);

        Assert.Single(Succeed(Get, Script()));
    }

    [Theory]
    [InlineData(Write)]
    [InlineData("DeviceManagementConfiguration.ReadWrite.All")]
    public void Writing_works_with_each_permission_that_the_service_accepts(string granted)
    {
        ConnectWith(granted);

        Assert.Single(Succeed(Update, Script()));
    }

    [Fact]
    public void Without_permission_each_family_of_the_list_has_its_error()
    {
        ConnectWith("Directory.Read.All");

        var result = Invoke("Get-DeviceScript");
        Assert.Equal(3, result.AllErrors.Count);
        Assert.All(result.AllErrors, error => AssertError(error, "PermissionDenied", ErrorCategory.PermissionDenied));
        Assert.All(result.AllErrors, error => AssertSays(error, Read));
        Assert.Equal(["PowerShell", "Shell", "CustomAttribute"], result.AllErrors.Select(error => $"{error.TargetObject}"));
    }

    [Fact]
    public void Without_permission_a_script_by_id_has_one_error()
    {
        ConnectWith("Directory.Read.All");

        ErrorRecord error = FailAndGoOn("Get-DeviceScript -ScriptId $shell");
        AssertError(error, "PermissionDenied", ErrorCategory.PermissionDenied);
        Assert.Equal(System.Guid.Parse(Demo.Shell), Target(error));
    }

    private void ConnectWith(params string[] roles)
    {
        Shell.SetVariable("token", Service.Tokens.Issue(roles: roles));
        Succeed("Connect-RunSummary -AccessToken $token -GraphEndpoint $sandbox.GraphEndpoint -MaximumRetryCount 0");
    }
}
