using System.IO;
using RunSummary.Sandbox;
using RunSummary.Sandbox.Hosting;
using Xunit;

namespace RunSummary.Tests;

public sealed class QuickstartTests : ModuleTest
{
    [Fact]
    public void Shows_each_step_with_one_refusal()
    {
        using StringWriter screen = new();
        using PowerShellSession shell = OpenShell(new HostOptions { Output = screen });

        int exitCode = new ScriptShow(shell).Show(RepositoryPaths.Quickstart);

        string text = screen.ToString();
        Assert.Equal(0, exitCode);
        Assert.Contains("What if: Performing the operation \"Set ErrorDeviceCount = 3, SuccessDeviceCount = 412\"", text, System.StringComparison.Ordinal);
        Assert.Contains("SuccessDeviceCount is '1,5'", text, System.StringComparison.Ordinal);
        Assert.Single(shell.Invoke("$Error").Output);
    }
}
