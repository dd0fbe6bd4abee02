using RunSummary.Sandbox;
using RunSummary.Sandbox.Hosting;
using Xunit;

namespace RunSummary.Tests.Isolation;

public sealed class RunspaceTests : ModuleTest
{
    private const string Update = "(Get-DeviceScript -Name 'Install Company Portal' | Update-DeviceScriptRunSummary -SuccessDeviceCount 7).SuccessDeviceCount";

    [Fact]
    public void Another_runspace_that_imports_the_module_uses_the_same_session()
    {
        Connect();
        using PowerShellSession other = OpenShell();

        Assert.Equal(7, Assert.Single(other.Invoke(Update).Output)!.BaseObject);
    }

    [Fact]
    public void Removing_the_module_from_one_runspace_leaves_it_working_in_another()
    {
        Connect();
        using PowerShellSession other = OpenShell();
        Assert.Empty(other.Invoke("Remove-Module RunSummary -ErrorAction Stop").AllErrors);

        Assert.Equal(7, Assert.Single(Succeed(Update)).BaseObject);
    }

    [Fact]
    public void Objects_from_before_another_import_are_still_taken()
    {
        Connect();

        Assert.Equal(8, Assert.Single(Succeed(
            $"$script = Get-DeviceScript -Name 'Install Company Portal'; Import-Module '{RepositoryPaths.Manifest}' -Force; {SandboxShell.Connect}; ($script | Update-DeviceScriptRunSummary -SuccessDeviceCount 8).SuccessDeviceCount")).BaseObject);
    }
}
