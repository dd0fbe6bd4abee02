using System;
using System.Linq;
using System.Threading.Tasks;
using RunSummary.Sandbox.Service;
using Xunit;

namespace RunSummary.Tests.SignIns;

/// <summary>What is really sent in each cloud: the proxy stands in for the network.</summary>
public sealed class CloudTests : SignInTest
{
    [Theory]
    [InlineData("Global", "login.microsoftonline.com", "graph.microsoft.com")]
    [InlineData("USGov", "login.microsoftonline.us", "graph.microsoft.us")]
    [InlineData("USGovDoD", "login.microsoftonline.us", "dod-graph.microsoft.us")]
    [InlineData("China", "login.chinacloudapi.cn", "microsoftgraph.chinacloudapi.cn")]
    public async Task Sign_in_and_requests_go_to_the_hosts_of_the_cloud_and_nowhere_else(string cloud, string login, string graph)
    {
        Assert.SkipUnless(CertificateTrust.ByFile, "The developer certificate doesn't name the clouds.");
        await using SandboxProxy proxy = await SandboxProxy.StartAsync(Service, ct: TestContext.Current.CancellationToken);
        Shell.SetVariable("proxy", proxy.Address);

        Succeed($"Connect-RunSummary -Environment {cloud} -Proxy $proxy -TenantId $sandbox.TenantId -ClientSecretCredential $sandbox.Credential");
        Assert.Single(Succeed(Update));

        LoggedRequest signIn = Assert.Single(Service.IdentityRequests.All);
        Assert.Equal(($"https://{login}", $"/{Service.TenantId}/oauth2/v2.0/token"), (signIn.Request.Root, signIn.Path));
        Assert.Equal($"https://{graph}/.default", Assert.Single(SignIns).Scope);
        Assert.All(Service.Requests.All, request => Assert.Equal($"https://{graph}", request.Request.Root));
        Assert.Equal([$"{login}:443", $"{graph}:443"], proxy.Requests.Select(request => request.Target).Distinct());
        Assert.Equal((new Uri($"https://{graph}"), new Uri($"https://{login}")), (Value(Context, "GraphEndpoint"), Value(Context, "Authority")));
    }
}
