using RunSummary.Tests.Commands;
using Xunit;

namespace RunSummary.Tests.Binding;

/// <summary>What tests of accepted shapes share: both commands must take the object for the same script.</summary>
public abstract class ShapeTest : ConnectedTest
{
    /// <summary>Pipes what the script gives to both commands, and asserts which summary they asked for.</summary>
    protected void AssertNames(string script, string address, string more = "", object? input = null)
    {
        Service.Requests.Clear();
        Assert.Single(Succeed($"{script} | Get-DeviceScriptRunSummary {more}", input));
        Assert.Single(Succeed($"{script} | Update-DeviceScriptRunSummary -ErrorDeviceCount 3 {more}", input));
        Assert.Equal([$"GET {address}", $"PATCH {address}"], Sent);
    }

    /// <summary>Pipes what the script gives to both commands, and asserts that each refuses it without sending anything.</summary>
    protected void AssertRefused(string script, string id, System.Management.Automation.ErrorCategory category, string more = "", object? input = null)
    {
        Service.Requests.Clear();
        AssertError(Fail($"{script} | Get-DeviceScriptRunSummary {more}", input), id, category);
        AssertError(Fail($"{script} | Update-DeviceScriptRunSummary -ErrorDeviceCount 3 {more}", input), id, category);
        Assert.Empty(Sent);
    }
}
