using System.Linq;
using System.Threading.Tasks;
using RunSummary.Tests.Isolation;
using Xunit;

namespace RunSummary.Tests.SignIns;

/// <summary>Nothing interactive starts where nobody can answer.</summary>
public sealed class InteractionRequiredTests : SignInTest
{
    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        SetEnvironment("AZUREPS_HOST_ENVIRONMENT", null);
        SetEnvironment("DISPLAY", ":0");
    }

    [Theory]
    [InlineData("Connect-RunSummary")]
    [InlineData("Connect-RunSummary " + Here)]
    [InlineData("Connect-RunSummary -TenantId $sandbox.TenantId -LoginHint ada@contoso.com " + Here)]
    public void In_an_Azure_Automation_job_it_fails_at_once(string connect)
    {
        SetEnvironment("AZUREPS_HOST_ENVIRONMENT", "AzureAutomation");

        AssertNeedsPerson(connect, "AZUREPS_HOST_ENVIRONMENT");
        Assert.Empty(Service.IdentityRequests.All);
    }

    [Fact]
    public void Without_a_desktop_it_fails_at_once()
    {
        Assert.SkipUnless(System.OperatingSystem.IsLinux(), "Elsewhere a desktop can't be taken away by a variable.");
        SetEnvironment("DISPLAY", null);

        AssertNeedsPerson($"Connect-RunSummary {Here}", "desktop");
        Assert.Empty(Service.IdentityRequests.All);
    }

    [Theory]
    [InlineData("-NonInteractive")]
    [InlineData("-noni")]
    [InlineData("--NonInter")]
    public async Task With_NonInteractive_it_fails_at_once(string argument)
    {
        Report report = await ChildShell.RunAsync("InteractiveConnect.ps1", argument);

        Assert.Equal(["InteractionRequired,RunSummary.Commands.ConnectRunSummaryCommand"], report.Values("error"));
        Assert.Contains("-NonInteractive", report.Values("words").Single(), System.StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_editors_host_goes_on_to_the_browser_whatever_it_was_started_with()
    {
        Assert.SkipUnless(System.OperatingSystem.IsLinux(), "Elsewhere a browser would open.");

        Report report = await ChildShell.RunAsync("InteractiveConnect.ps1", "-NonInteractive", "-HostName", "Visual Studio Code Host");
        Assert.Contains("No browser could be opened", report.Values("words").Single(), System.StringComparison.Ordinal);
    }
}
