using System;
using System.Linq;
using System.Management.Automation;
using System.Threading.Tasks;
using RunSummary.Sandbox.Service;
using RunSummary.Tests.Commands;
using Xunit;

namespace RunSummary.Tests.Errors;

public sealed class EndpointTests : ErrorsTest
{
    private SandboxService _elsewhere = null!;

    public static TheoryData<string> NotSecure => new()
    {
        "http://graph.microsoft.com",
        "http://10.0.0.1",
        "http://127.0.0.1.example.com",
        "http://localhost.example.com",
        "http://[2001:db8::1]",
        "ftp://127.0.0.1",
        "file:///tmp/graph",
        "ws://127.0.0.1",
        "graph.microsoft.com",
        "/v1.0",
        "https://admin:hunter2@graph.microsoft.com",
        "https://admin@graph.microsoft.com",
        "https://graph.microsoft.com/?x=hunter2",
        "https://graph.microsoft.com/#hunter2",
    };

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _elsewhere = await SandboxService.StartAsync(ct: TestContext.Current.CancellationToken);
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await _elsewhere.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Theory]
    [MemberData(nameof(NotSecure))]
    public void An_endpoint_that_is_not_secure_is_refused(string address)
    {
        ErrorRecord error = FailForGood($"Connect-RunSummary -AccessToken abc -GraphEndpoint '{address}'");

        AssertError(error, "EndpointNotSecure", ErrorCategory.SecurityError);
        AssertSays(error, "-GraphEndpoint");
        Assert.DoesNotContain("hunter2", $"{error} {error.Exception} {error.TargetObject}", StringComparison.Ordinal);
        Assert.Equal([Service.GraphEndpoint], Invoke("(Get-RunSummaryContext).GraphEndpoint").Values);
    }

    [Theory]
    [MemberData(nameof(NotSecure))]
    public void So_is_an_authority(string address)
    {
        Service.IdentityRequests.Clear();

        ErrorRecord error = FailForGood($"Connect-RunSummary -ClientSecretCredential $sandbox.Credential -TenantId $sandbox.TenantId -Authority '{address}'");

        AssertError(error, "EndpointNotSecure", ErrorCategory.SecurityError);
        AssertSays(error, "-Authority");
        Assert.Empty(Service.IdentityRequests.All);
    }

    [Theory]
    [InlineData("http://127.0.0.1:5000")]
    [InlineData("http://localhost:5000/")]
    [InlineData("http://[::1]:5000")]
    [InlineData("https://graph.example.com/gateway")]
    public void Loopback_and_https_are_accepted(string address) =>
        Assert.Equal([new Uri(address)], Succeed($"Connect-RunSummary -AccessToken abc -GraphEndpoint '{address}'; (Get-RunSummaryContext).GraphEndpoint").Select(uri => uri.BaseObject));

    [Theory]
    [InlineData(301, Update)]
    [InlineData(302, Update)]
    [InlineData(307, Update)]
    [InlineData(308, Get)]
    public void A_redirect_to_another_host_is_the_error_of_the_object_and_the_others_go_on(int status, string command)
    {
        Service.Faults.On("*", Demo.Shell).Redirect($"{_elsewhere.GraphEndpoint}v1.0/deviceManagement/deviceShellScripts/{Demo.Shell}/runSummary", status);

        ErrorRecord error = AssertFails(command, "EndpointNotSecure", ErrorCategory.SecurityError);
        AssertHttp(error, status, code: null, attempts: 1);
        Assert.Equal(
            ["EndpointNotSecure", Demo.OtherShell],
            Outcomes("@{ ScriptType = 2; Id = $shell }, @{ ScriptType = 2; Id = $otherShell } | Get-DeviceScriptRunSummary"));
        Assert.Empty(_elsewhere.Requests.All);
    }

    [Fact]
    public void A_redirect_of_the_list_to_another_host_ends_the_command()
    {
        Service.Faults.On("*", "").Redirect($"{_elsewhere.GraphEndpoint}v1.0/deviceManagement/deviceShellScripts");

        AssertError(FailForGood("Get-DeviceScript"), "EndpointNotSecure", ErrorCategory.SecurityError);
        Assert.Empty(_elsewhere.Requests.All);
    }

    [Fact]
    public void A_redirect_on_the_same_host_is_followed()
    {
        Service.Faults.On("*", Demo.Shell).Once().Redirect(Demo.OtherShellSummary, 307);

        Assert.Single(Succeed(Get, Script()));
        Assert.Equal([$"GET {Demo.ShellSummary}", $"GET {Demo.OtherShellSummary}"], Sent);
    }

    [Theory]
    [InlineData("elsewhere")]
    [InlineData("https")]
    [InlineData("name")]
    public void A_link_to_the_next_page_that_leaves_the_host_ends_the_command_after_the_page(string kind)
    {
        Uri link = kind switch
        {
            "elsewhere" => new Uri(_elsewhere.GraphEndpoint, "/v1.0/deviceManagement/deviceShellScripts?$skiptoken=x"),
            "https" => new Uri(Service.SecureGraphEndpoint, "/v1.0/deviceManagement/deviceShellScripts?$skiptoken=x"),
            _ => new UriBuilder(Service.GraphEndpoint) { Host = "localhost", Path = "/v1.0/deviceManagement/deviceShellScripts" }.Uri,
        };
        Service.Faults.On("*", "").NextLink(link.AbsoluteUri);

        ErrorRecord error = FailForGood("Get-DeviceScript -ScriptType Shell | ForEach-Object { }");
        AssertError(error, "EndpointNotSecure", ErrorCategory.SecurityError);
        AssertSays(error, link.Host);
        Assert.Single(Sent);
        Assert.Empty(_elsewhere.Requests.All);
    }
}
