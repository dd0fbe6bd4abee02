using System;
using System.Globalization;
using System.Management.Automation;
using RunSummary.Sandbox.Service;
using Xunit;

namespace RunSummary.Tests.Bulk;

public sealed class LimitTests : BulkTest
{
    protected override SandboxOptions Options => new() { GeneratedScripts = 400, WriteLimit = 150, Window = TimeSpan.FromSeconds(1) };

    [Theory]
    [InlineData(RetryAfterForm.Seconds)]
    [InlineData(RetryAfterForm.Date)]
    [InlineData(RetryAfterForm.Nested)]
    [InlineData(RetryAfterForm.Missing)]
    public void Where_the_service_takes_less_than_the_session_thinks_all_is_written_all_the_same(RetryAfterForm form)
    {
        Service.Limits.RetryAfter = form;
        Connect("-WriteLimit 2000 -MaximumRetryCount 100");
        PSObject[] wanted = WantedFor(400);

        Assert.Equal(HeldAfter(wanted), Counts(Succeed(Update, wanted)));

        Assert.Equal(HeldAfter(wanted), HeldBy(400));
        Assert.True(Service.Limits.Writes.Refused > 0, "The limit was never felt.");
        TestContext.Current.TestOutputHelper!.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{Service.Limits.Writes.Refused} writes refused, {Service.Limits.Writes.Accepted} accepted."));
    }

    [Fact]
    public void Where_the_session_keeps_to_the_limit_nothing_is_refused()
    {
        Service.Limits.Window = TimeSpan.FromSeconds(20);
        Connect("-WriteLimit 150");

        Succeed(Update, WantedFor(150));

        Assert.Equal(0, Service.Limits.Writes.Refused);
        Assert.Equal(150, Service.Limits.Writes.Accepted);
    }

    [Theory]
    [InlineData("-ThrottleLimit 0")]
    [InlineData("-ThrottleLimit 17")]
    public void A_throttle_limit_out_of_range_is_refused_at_binding(string parameter)
    {
        ConnectFast();

        foreach (string command in new[] { "Update-DeviceScriptRunSummary -SuccessDeviceCount 1", "Get-DeviceScriptRunSummary" })
        {
            ErrorRecord error = Fail($"$in | {command} {parameter}", WantedFor(2));

            Assert.StartsWith("ParameterArgumentValidationError", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        }

        Assert.Empty(Service.Requests.All);
    }

    [Theory]
    [InlineData("-WriteLimit 0")]
    [InlineData("-WriteLimit -1")]
    [InlineData("-MaximumRetryCount 101")]
    [InlineData("-MaximumRetryCount -1")]
    public void Limits_of_a_session_out_of_range_are_refused_at_binding(string parameter)
    {
        ErrorRecord error = Fail($"{Sandbox.SandboxShell.Connect} {parameter}");

        Assert.StartsWith("ParameterArgumentValidationError", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Empty(Service.IdentityRequests.All);
    }

    private static int[] HeldAfter(PSObject[] wanted) => Counts(wanted);
}
