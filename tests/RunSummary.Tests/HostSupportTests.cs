using System;
using System.Linq;
using System.Management.Automation;
using System.Reflection;
using Xunit;

namespace RunSummary.Tests;

/// <summary>The engine here is always a supported one, so the check is asked as an import asks it, with other versions.</summary>
public sealed class HostSupportTests : ModuleTest
{
    [Theory]
    [InlineData("6.2.7.0")]
    [InlineData("7.0.13.0")]
    [InlineData("7.2.24.500")]
    [InlineData("7.3.12.500")]
    public void An_older_PowerShell_is_refused(string version)
    {
        TargetInvocationException thrown = Assert.Throws<TargetInvocationException>(() => Require(version));

        ErrorRecord error = Assert.IsType<RuntimeException>(thrown.InnerException).ErrorRecord;
        AssertError(error, "HostNotSupported", ErrorCategory.NotImplemented);
        Assert.Contains("7.4", error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("3.0.0.0")]
    [InlineData("7.4.0.500")]
    [InlineData("7.6.0.500")]
    public void Windows_PowerShell_and_PowerShell_since_7_4_are_not(string version) => Require(version);

    private static void Require(string version) => AppDomain.CurrentDomain.GetAssemblies()
        .Single(assembly => assembly.GetName().Name == "RunSummary")
        .GetType("RunSummary.Commands.ModuleLifetime", throwOnError: true)!
        .GetMethod("RequireSupported", BindingFlags.Static | BindingFlags.NonPublic)!
        .Invoke(null, [new Version(version)]);
}
