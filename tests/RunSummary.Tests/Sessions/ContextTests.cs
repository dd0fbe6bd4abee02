using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using RunSummary.Sandbox;
using RunSummary.Sandbox.Service;
using Xunit;

namespace RunSummary.Tests.Sessions;

public sealed class ContextTests : SessionTest
{
    private const string Token = "Connect-RunSummary -GraphEndpoint $sandbox.GraphEndpoint -AccessToken";

    private PSObject Context => Assert.Single(Succeed("Get-RunSummaryContext"));

    [Fact]
    public void With_a_client_secret_it_tells_all()
    {
        AssertContext(new()
        {
            ["Environment"] = "Global",
            ["GraphEndpoint"] = Service.GraphEndpoint,
            ["Authority"] = Service.Authority,
            ["TenantId"] = Service.TenantId,
            ["ClientId"] = Service.ClientId,
            ["Account"] = null,
            ["AuthType"] = "ClientSecret",
            ["ApiVersion"] = "v1.0",
        });
        Assert.Equal(["DeviceManagementScripts.ReadWrite.All"], (IEnumerable<string>)Value(Context, "Scopes")!);
        AssertExpires(TimeSpan.FromHours(1));
    }

    [Fact]
    public void With_an_access_token_it_tells_what_the_token_says()
    {
        Service.Tokens.Roles = ["A.Read.All", "B.Read.All"];
        Shell.SetVariable("token", Service.Tokens.Issue(TimeSpan.FromMinutes(20)));
        Succeed($"{Token} $token -ApiVersion beta -Environment USGov");

        AssertContext(new()
        {
            ["Environment"] = "USGov",
            ["GraphEndpoint"] = Service.GraphEndpoint,
            ["Authority"] = new Uri("https://login.microsoftonline.us"),
            ["TenantId"] = Service.TenantId,
            ["ClientId"] = Service.ClientId,
            ["Account"] = null,
            ["AuthType"] = "AccessToken",
            ["ApiVersion"] = "beta",
        });
        Assert.Equal(["A.Read.All", "B.Read.All"], (IEnumerable<string>)Value(Context, "Scopes")!);
        AssertExpires(TimeSpan.FromMinutes(20));
    }

    [Fact]
    public void With_a_token_that_can_not_be_read_it_leaves_out_what_it_does_not_know()
    {
        Succeed($"{Token} opaque");

        Assert.All(["TenantId", "ClientId", "Account", "TokenExpiresOn"], name => Assert.Null(Value(Context, name)));
        Assert.Empty((IEnumerable<string>)Value(Context, "Scopes")!);
    }

    [Theory]
    [InlineData("$sandbox.AccessToken")]
    [InlineData("([System.Net.NetworkCredential]::new('', $sandbox.AccessToken).SecurePassword)")]
    public void A_token_may_be_text_or_a_SecureString(string token)
    {
        Succeed($"{Token} {token}");

        Assert.Equal([Here], Invoke(Read).Values);
        Assert.Equal(Service.TenantId, Value(Context, "TenantId"));
    }

    [Fact]
    public void A_tenant_may_be_named_by_its_domain()
    {
        Succeed(SandboxShell.Connect.Replace("$sandbox.TenantId", "sandbox.onmicrosoft.example", StringComparison.Ordinal));

        Assert.Equal(Service.TenantId, Value(Context, "TenantId"));
    }

    [Theory]
    [InlineData("Global", "https://graph.microsoft.com", "https://login.microsoftonline.com")]
    [InlineData("USGov", "https://graph.microsoft.us", "https://login.microsoftonline.us")]
    [InlineData("USGovDoD", "https://dod-graph.microsoft.us", "https://login.microsoftonline.us")]
    [InlineData("China", "https://microsoftgraph.chinacloudapi.cn", "https://login.chinacloudapi.cn")]
    public void Each_cloud_has_its_addresses(string environment, string endpoint, string authority)
    {
        Succeed($"Connect-RunSummary -AccessToken abc -Environment {environment}");

        Assert.Equal((new Uri(endpoint), new Uri(authority)), ((Uri)Value(Context, "GraphEndpoint")!, (Uri)Value(Context, "Authority")!));
    }

    [Theory]
    [InlineData("Global", "https://graph.microsoft.com/.default")]
    [InlineData("USGov", "https://graph.microsoft.us/.default")]
    [InlineData("China", "https://microsoftgraph.chinacloudapi.cn/.default")]
    public void The_scope_of_the_token_follows_the_cloud_and_not_the_endpoint(string environment, string scope)
    {
        Service.IdentityRequests.Clear();
        Connect($"-Environment {environment}");

        LoggedRequest request = Assert.Single(Service.IdentityRequests.All, request => request.Method == "POST");
        Assert.Contains($"scope={Uri.EscapeDataString(scope)}", request.Body, StringComparison.OrdinalIgnoreCase);
        Assert.Equal([Here], Invoke(Read).Values);
    }

    [Fact]
    public void Not_connected_there_is_none_and_no_error()
    {
        Succeed("Disconnect-RunSummary");

        Assert.Empty(Succeed("Get-RunSummaryContext"));
    }

    [Fact]
    public void The_expiry_is_that_of_the_token_at_hand()
    {
        DateTimeOffset before = (DateTimeOffset)Value(Context, "TokenExpiresOn")!;
        Service.Tokens.RevokeAll();
        Service.Tokens.Lifetime = TimeSpan.FromHours(2);
        Assert.Equal([Here], Invoke(Read).Values);

        Assert.True((DateTimeOffset)Value(Context, "TokenExpiresOn")! > before + TimeSpan.FromMinutes(30));
    }

    private void AssertContext(Dictionary<string, object?> expected)
    {
        PSObject context = Context;
        Assert.Equal(
            expected.Select(pair => $"{pair.Key}={pair.Value}"),
            expected.Keys.Select(name => $"{name}={Value(context, name)}"));
    }

    private void AssertExpires(TimeSpan lifetime)
    {
        TimeSpan left = (DateTimeOffset)Value(Context, "TokenExpiresOn")! - DateTimeOffset.UtcNow;
        Assert.InRange(left, lifetime - TimeSpan.FromMinutes(2), lifetime + TimeSpan.FromMinutes(2));
    }
}
