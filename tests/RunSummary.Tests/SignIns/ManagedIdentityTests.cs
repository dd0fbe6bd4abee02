using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Threading.Tasks;
using RunSummary.Sandbox.Service;
using RunSummary.Tests.Isolation;
using Xunit;

namespace RunSummary.Tests.SignIns;

public sealed class ManagedIdentityTests : SignInTest
{
    private const string SignIn = "Connect-RunSummary -Identity -GraphEndpoint $sandbox.GraphEndpoint -MaximumRetryCount 0";

    private ManagedIdentity _assigned = null!;

    private ManagedIdentities Identities => Service.Identity.ManagedIdentities;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _assigned = Identities.Add("intune-jobs");
        foreach (KeyValuePair<string, string> variable in Identities.AppServiceVariables)
        {
            SetEnvironment(variable.Key, variable.Value);
        }
    }

    [Fact]
    public void The_machines_own_identity_signs_in()
    {
        Succeed(SignIn);

        AssertSignedIn("ManagedIdentity");
        Assert.Equal(Identities.SystemAssigned!.ClientId, Value(Context, "ClientId"));
        Assert.Equal("https://graph.microsoft.com", Resource());
    }

    [Theory]
    [InlineData("ClientId", "-ClientId")]
    [InlineData("ResourceId", "-IdentityResourceId")]
    [InlineData("ObjectId", "-IdentityObjectId")]
    public void A_user_assigned_one_is_named_by_any_of_its_ids(string property, string parameter)
    {
        string id = property switch { "ClientId" => _assigned.ClientId, "ResourceId" => _assigned.ResourceId, _ => _assigned.ObjectId };

        Succeed($"{SignIn} {parameter} '{id}'");
        AssertSignedIn("ManagedIdentity");
        Assert.Equal(_assigned.ClientId, Value(Context, "ClientId"));
    }

    [Theory]
    [InlineData("USGov", "https://graph.microsoft.us")]
    [InlineData("China", "https://microsoftgraph.chinacloudapi.cn")]
    public void The_resource_is_the_clouds_Graph(string cloud, string resource)
    {
        Succeed($"{SignIn} -Environment {cloud}");

        Assert.Equal(resource, Resource());
        AssertSignedIn("ManagedIdentity");
    }

    [Fact]
    public void Tokens_are_renewed()
    {
        Succeed(SignIn);
        Service.Tokens.RevokeAll();

        AssertSignedIn("ManagedIdentity");
    }

    [Fact]
    public void A_claims_challenge_is_answered()
    {
        Succeed(SignIn);
        Service.Tokens.RequiredClaims = """{"access_token":{"nbf":{"essential":true,"value":"1717000000"}}}""";

        AssertSignedIn("ManagedIdentity");
    }

    [Fact]
    public void Two_sessions_share_no_tokens()
    {
        Succeed(SignIn);
        Succeed(SignIn);

        Assert.Equal(2, TokenRequests().Count());
    }

    [Fact]
    public void A_proxy_is_not_asked()
    {
        Succeed($"{SignIn} -Proxy http://127.0.0.1:1");

        Assert.Single(TokenRequests());
    }

    [Theory]
    [InlineData("-ClientId 11111111-2222-3333-4444-555555555555")]
    [InlineData("-IdentityResourceId /subscriptions/x/resourcegroups/y/providers/Microsoft.ManagedIdentity/userAssignedIdentities/z")]
    [InlineData("-IdentityObjectId 11111111-2222-3333-4444-555555555555")]
    public void One_that_is_not_there_is_AuthenticationFailed(string id)
    {
        ErrorRecord error = AssertRefused($"{SignIn} {id}");

        Assert.Contains("-IdentityResourceId", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
    }

    [Fact]
    public void A_machine_without_one_is_AuthenticationFailed()
    {
        Identities.SystemAssigned = null;

        AssertRefused(SignIn);
    }

    [Fact]
    public void A_header_that_is_wrong_is_AuthenticationFailed_and_not_shown()
    {
        SetEnvironment("IDENTITY_HEADER", "wr0ng-header");

        ErrorRecord error = AssertRefused(SignIn);
        Assert.DoesNotContain("wr0ng-header", $"{error} {error.Exception}", StringComparison.Ordinal);
    }

    [Fact]
    public void An_endpoint_that_is_not_there_is_ConnectionFailed()
    {
        SetEnvironment("IDENTITY_ENDPOINT", "http://127.0.0.1:1/token");

        ErrorRecord error = AssertConnectFails(SignIn, "ConnectionFailed", ErrorCategory.ConnectionError);
        Assert.Contains("managed identity", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("-ClientId a -IdentityResourceId b")]
    [InlineData("-IdentityResourceId a -IdentityObjectId b")]
    [InlineData("-TenantId contoso.com")]
    [InlineData("-UseDeviceCode")]
    public void What_excludes_it_is_refused_by_the_engine_itself(string parameters) =>
        Assert.IsAssignableFrom<ParameterBindingException>(FailForGood($"{SignIn} {parameters}").Exception);

    [Theory]
    [InlineData("VirtualMachine")]
    [InlineData("CloudShell")]
    [InlineData("Arc")]
    public async Task Other_hosts_of_Azure_are_known_too(string host)
    {
        Assert.SkipWhen(host == "Arc" && !ArcKeys.CanBeWritten(), "Azure Arc proves itself with a file of the administrator's.");

        Report report = await ChildShell.RunAsync("ManagedIdentity.ps1", "-AzureHost", host);
        Assert.Equal(["ManagedIdentity"], report.Values("authType"));
        Assert.Equal(["6"], report.Values("updated"));
    }

    [Theory]
    [InlineData("IdentityResourceId")]
    [InlineData("IdentityObjectId")]
    public async Task A_virtual_machine_takes_a_user_assigned_one_by_its_other_ids_too(string parameter)
    {
        string id = parameter == "IdentityResourceId" ? _assigned.ResourceId : _assigned.ObjectId;

        Report report = await ChildShell.RunAsync("UserAssignedIdentity.ps1", "-Sandbox", Service.GraphEndpoint.GetLeftPart(UriPartial.Authority), "-Parameter", parameter, "-Id", id);
        Assert.Equal([_assigned.ClientId], report.Values("clientId"));
        Assert.Equal(["6"], report.Values("updated"));
    }

    [Fact]
    public void An_endpoint_that_fails_is_asked_again_by_MSAL_and_all_tries_are_said()
    {
        FaultRule fault = Service.IdentityFaults.On("GET", "").Status(503, "busy", "Later.");

        ErrorRecord error = AssertConnectFails(SignIn, "ServiceUnavailable", ErrorCategory.ResourceUnavailable);
        Assert.True(fault.Hits > 1);
        Assert.Equal(fault.Hits, Value(PSObject.AsPSObject(error.Exception), "Attempts"));
    }

    [Fact]
    public void An_answer_that_makes_no_sense_is_ResponseInvalid()
    {
        Service.IdentityFaults.On("GET", "").Answer(200, "text/html", "<html>secret-in-a-bad-answer</html>");

        ErrorRecord error = AssertConnectFails(SignIn, "ResponseInvalid", ErrorCategory.InvalidResult);
        Assert.DoesNotContain("secret-in-a-bad-answer", $"{error} {error.Exception}", StringComparison.Ordinal);
    }

    private IEnumerable<LoggedRequest> TokenRequests() =>
        Service.IdentityRequests.All.Where(request => request.Query.Contains("resource=", StringComparison.Ordinal));

    private string Resource() => System.Web.HttpUtility.ParseQueryString(TokenRequests().Last().Query)["resource"]!;
}
