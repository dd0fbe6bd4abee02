using System.Linq;
using System.Management.Automation;
using RunSummary.Sandbox.Hosting;
using RunSummary.Sandbox.Service;
using Xunit;

namespace RunSummary.Tests.Bulk;

/// <summary>What the service will never take isn't offered to it over and over.</summary>
public sealed class RefusalTests : BulkTest
{
    [Fact]
    public void Where_a_family_cannot_be_updated_the_rest_of_it_fails_unsent_and_others_are_written()
    {
        ConnectFast();
        Service.Faults.On("PATCH", "deviceShellScripts").Status(400, "BadRequest", "No method match route template");
        SandboxScript[] others = [.. Service.Scripts.Of(ScriptFamily.PowerShell).Take(5)];
        PSObject[] wanted = [.. WantedFor(80), .. others.Select(script => Wanted(script, 77))];

        InvocationResult result = Invoke(Update + " -ThrottleLimit 1", wanted);

        Assert.Equal(80, result.Errors.Count);
        Assert.All(result.Errors, error => AssertError(error, "UpdateNotSupported", ErrorCategory.NotImplemented));
        Assert.Equal(wanted.Take(80), result.Errors.Select(error => error.TargetObject));
        Assert.Equal(20, Writes.Count(write => write.Path.Contains("deviceShellScripts")));
        Assert.Equal(60, result.Errors.Count(error => AttemptsOf(error) == 0));
        Assert.All(others, script => Assert.Equal(77, Held(script)));
    }

    [Fact]
    public void A_family_that_cannot_be_updated_stays_so_for_the_session()
    {
        ConnectFast();
        Service.Faults.On("PATCH", "").Status(405, "MethodNotAllowed", "Not here.");
        AssertError(Fail(Update, WantedFor(1)), "UpdateNotSupported", ErrorCategory.NotImplemented);

        AssertError(Fail(Update, WantedFor(1)), "UpdateNotSupported", ErrorCategory.NotImplemented);

        Assert.Single(Writes);
    }

    [Fact]
    public void Where_a_whole_batch_is_denied_the_rest_fails_unsent()
    {
        Service.Tokens.Roles = ["DeviceManagementScripts.Read.All"];
        ConnectFast();
        PSObject[] wanted = WantedFor(70);

        InvocationResult result = Invoke(Update + " -ThrottleLimit 1", wanted);

        Assert.Equal(wanted, result.Errors.Select(error => error.TargetObject));
        Assert.All(result.Errors, error => AssertError(error, "PermissionDenied", ErrorCategory.PermissionDenied));
        Assert.Equal(20, Writes.Count);
        Assert.Empty(result.Output);
    }

    [Fact]
    public void Where_one_of_a_batch_is_denied_the_others_are_written()
    {
        ConnectFast();
        Service.Faults.OnItems("PATCH", Scripts[5].Id.ToString()).Status(403, "Forbidden", "Not this one.");

        InvocationResult result = Invoke(Update, WantedFor(60));

        AssertError(Assert.Single(result.Errors), "PermissionDenied", ErrorCategory.PermissionDenied);
        Assert.Equal(59, result.Output.Count);
        Assert.Equal(60, Writes.Count);
    }

    private static int AttemptsOf(ErrorRecord error) => (int)new PSObject(error.Exception).Properties["Attempts"].Value;
}
