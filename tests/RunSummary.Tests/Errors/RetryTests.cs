using System.Linq;
using System.Management.Automation;
using RunSummary.Tests.Commands;
using Xunit;

namespace RunSummary.Tests.Errors;

public sealed class RetryTests : ErrorsTest
{
    protected override string ConnectParameters => "-MaximumRetryCount 2";

    [Theory]
    [InlineData(429, "Throttled", ErrorCategory.LimitsExceeded)]
    [InlineData(503, "ServiceUnavailable", ErrorCategory.ResourceUnavailable)]
    [InlineData(504, "ServiceUnavailable", ErrorCategory.ResourceUnavailable)]
    public void What_passes_is_tried_again_and_then_given_up(int status, string id, ErrorCategory category)
    {
        Service.Faults.On("*", "").Status(status, "Busy", "Later.", "0");

        AssertHttp(AssertFails(Update, id, category), status, "Busy", attempts: 3);
        Assert.Equal(3, Sent.Count);
    }

    [Fact]
    public void Each_try_has_an_id_of_its_own()
    {
        Service.Faults.On("*", "").Throttle("0");

        FailAndGoOn(Update, Script());
        Assert.Equal(3, Service.Requests.All.Select(request => request.Header("client-request-id")).Distinct().Count());
    }

    [Fact]
    public void A_second_try_that_works_is_a_success_and_says_so_in_verbose_lines()
    {
        Service.Faults.On("*", "").Once().Throttle("0");

        var result = Invoke($"{Update} -Verbose", Script());
        Assert.Single(result.Output);
        Assert.Empty(result.AllErrors);
        Assert.Contains(result.Verbose, line => line.Contains("Try 2 of 3", System.StringComparison.Ordinal));
        Assert.Equal(["errorDeviceCount=3", "errorDeviceCount=3"], SentCounts);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("Wed, 21 Oct 2015 07:28:00 GMT")]
    public void The_wait_may_be_seconds_or_a_date(string retryAfter)
    {
        Service.Faults.On("*", "").Times(2).Throttle(retryAfter);

        Assert.Single(Succeed(Update, Script()));
        Assert.Equal(3, Sent.Count);
    }

    [Fact]
    public void The_wait_that_Intune_puts_into_its_message_is_honoured()
    {
        Service.Faults.On("*", "").Times(2).ThrottleNested(0);

        Assert.Single(Succeed(Update, Script()));
    }

    [Fact]
    public void A_wait_that_is_too_long_is_not_waited_for()
    {
        Service.Faults.On("*", "").Throttle("3600");

        ErrorRecord error = AssertFails(Update, "Throttled", ErrorCategory.LimitsExceeded);
        AssertHttp(error, 429, "TooManyRequests", attempts: 1);
        AssertSays(error, "3600");
    }

    [Fact]
    public void A_wait_beyond_measure_is_not_waited_for_after_another()
    {
        Service.Faults.On("*", "").Once().Status(503, "Busy", "Later.", "1");
        Service.Faults.On("*", "").Answer(
            503, "application/json", """{"error":{"code":"Busy","message":"{\"Message\":\"Later.\",\"RetryAfter\":\"10675199.02:48:05.4775807\"}"}}""");

        AssertHttp(AssertFails(Update, "ServiceUnavailable", ErrorCategory.ResourceUnavailable), 503, "Busy", attempts: 2);
    }

    [Fact]
    public void Resets_are_tried_again()
    {
        Service.Faults.On("*", "").Once().Reset();

        Assert.Single(Succeed(Update, Script()));
        Assert.Equal(2, Sent.Count);
    }

    [Fact]
    public void A_write_whose_answer_was_lost_is_sent_again_and_has_one_outcome()
    {
        Service.Faults.On("*", "").Once().ResetAfterWork();

        Assert.Single(Succeed(Update, Script()));
        Assert.Equal(["errorDeviceCount=3", "errorDeviceCount=3"], SentCounts);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(405)]
    [InlineData(409)]
    public void What_does_not_pass_is_tried_once(int status)
    {
        Service.Faults.On("*", "").Status(status, "Final", "No.", "0");

        FailAndGoOn(Update, Script());
        Assert.Single(Sent);
    }

    [Fact]
    public void WriteNotKept_is_not_tried_again()
    {
        Service.Faults.On("PATCH", "").AfterWrite(json =>
        {
            json["errorDeviceCount"] = 0;
            return json;
        });

        AssertHttp(AssertFails(Update, "WriteNotKept", ErrorCategory.InvalidResult), 200, code: null, attempts: 1);
        Assert.Equal([$"PATCH {Demo.ShellSummary}"], Sent);
    }
}
