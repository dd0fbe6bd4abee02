using System;
using System.Linq;
using System.Management.Automation;
using System.Net;
using System.Threading.Tasks;
using RunSummary.Sandbox.Service;
using RunSummary.Tests.Isolation;
using Xunit;

namespace RunSummary.Tests.SignIns;

public sealed class ProxyTests : SignInTest
{
    private const string User = "proxy-user";
    private const string Password = "pr0xy-passw0rd";
    private const string SignIn = "Connect-RunSummary -TenantId $sandbox.TenantId -ClientSecretCredential $sandbox.Credential " + Here;

    [Fact]
    public async Task Sign_in_and_requests_go_through_the_proxy_that_is_named()
    {
        await using SandboxProxy proxy = await StartAsync();

        Succeed($"{SignIn} -Proxy $proxy");
        Assert.Single(Succeed(Update));
        Assert.Equal(
            [$"localhost:{Service.Authority.Port}", $"127.0.0.1:{Service.GraphEndpoint.Port}"],
            proxy.Requests.Select(request => request.Target).Distinct());
    }

    [Fact]
    public async Task A_proxy_that_wants_to_know_who_asks_is_told()
    {
        await using SandboxProxy proxy = await StartAsync((User, Password));
        SetCredential(Password);

        Succeed($"{SignIn} -Proxy $proxy -ProxyCredential $proxyCredential");
        Assert.Single(Succeed(Update));
        Assert.Contains(proxy.Requests, request => request.Authorized && request.Method == "CONNECT");
        Assert.Contains(proxy.Requests, request => request.Authorized && request.Method != "CONNECT");
        Assert.DoesNotContain(Service.IdentityRequests.All.Concat(Service.Requests.All), request => request.Header("Proxy-Authorization") is not null);
    }

    [Fact]
    public async Task A_proxy_that_refuses_is_ConnectionFailed_and_names_it_without_the_password()
    {
        await using SandboxProxy proxy = await StartAsync((User, Password));
        SetCredential("wr0ng-passw0rd");

        ErrorRecord error = AssertConnectFails(
            $"{SignIn} -Proxy $proxy -ProxyCredential $proxyCredential", "ConnectionFailed", ErrorCategory.ConnectionError, proxy.Address.Authority, "407");
        Assert.DoesNotContain("passw0rd", $"{error} {error.Exception}", StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_proxy_of_the_environment_shows_no_password_when_it_refuses()
    {
        await using SandboxProxy proxy = await StartAsync((User, Password));
        IWebProxy? before = System.Net.Http.HttpClient.DefaultProxy;
        System.Net.Http.HttpClient.DefaultProxy = new WebProxy(new UriBuilder(proxy.Address) { UserName = User, Password = "wr0ng-passw0rd" }.Uri);
        try
        {
            ErrorRecord error = AssertConnectFails(SignIn, "ConnectionFailed", ErrorCategory.ConnectionError, "407");
            Assert.DoesNotContain("passw0rd", $"{error} {error.Exception}", StringComparison.Ordinal);
        }
        finally
        {
            System.Net.Http.HttpClient.DefaultProxy = before;
        }
    }

    [Fact]
    public async Task The_proxy_of_the_environment_is_used_for_sign_in_and_requests()
    {
        await using SandboxProxy proxy = await StartAsync();

        Report report = await ChildShell.RunAsync("SystemProxy.ps1", "-Proxy", proxy.Address.AbsoluteUri);
        Assert.Equal(["6"], report.Values("updated"));
        Assert.Equal([.. report.Values("authority"), .. report.Values("graph")], proxy.Requests.Select(request => request.Target).Distinct());
    }

    [Fact]
    public void A_proxy_that_is_not_there_is_ConnectionFailed() =>
        AssertConnectFails($"{SignIn} -Proxy http://127.0.0.1:1", "ConnectionFailed", ErrorCategory.ConnectionError, "127.0.0.1:1");

    [Theory]
    [InlineData("ftp://me:hunter2@proxy.example", "")]
    [InlineData("proxy.example:8080", "")]
    [InlineData("http://me:hunter2@proxy.example/path", "http://proxy.example/path")]
    public void An_address_that_is_none_is_ParameterConflict_before_anything_is_sent(string address, string shown)
    {
        ErrorRecord error = AssertConnectFails($"{SignIn} -Proxy {address}", "ParameterConflict", ErrorCategory.InvalidArgument, "-Proxy");

        Assert.Equal(shown, error.TargetObject);
        Assert.DoesNotContain("hunter2", $"{error} {error.Exception}", StringComparison.Ordinal);
        Assert.Empty(Service.IdentityRequests.All);
    }

    private async Task<SandboxProxy> StartAsync((string, string)? credential = null)
    {
        SandboxProxy proxy = await SandboxProxy.StartAsync(Service, credential, TestContext.Current.CancellationToken);
        Shell.SetVariable("proxy", proxy.Address);
        return proxy;
    }

    private void SetCredential(string password) =>
        Shell.SetVariable("proxyCredential", new PSCredential(User, new NetworkCredential("", password).SecurePassword));
}
