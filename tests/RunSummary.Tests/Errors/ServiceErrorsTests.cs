using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using RunSummary.Tests.Commands;
using Xunit;

namespace RunSummary.Tests.Errors;

/// <summary>The rows that an answer of the service leads to, with one try.</summary>
public sealed class ServiceErrorsTests : ErrorsTest
{
    [Theory]
    [InlineData(Update)]
    [InlineData(Get)]
    public void ScriptNotFound(string command)
    {
        ErrorRecord error = AssertFails(command, "ScriptNotFound", ErrorCategory.ObjectNotFound, Script(Demo.Missing));

        AssertHttp(error, 404, "ResourceNotFound", attempts: 1);
        AssertSays(error, "Shell script 'Portal'", Demo.Missing, "was not found");
    }

    [Theory]
    [InlineData("PowerShell", Update)]
    [InlineData("PowerShell", Get)]
    [InlineData("CustomAttribute", Update)]
    public void ScriptNotFound_in_another_family(string family, string command) =>
        AssertFails(command, "ScriptNotFound", ErrorCategory.ObjectNotFound, Script(Demo.Shell, family));

    [Theory]
    [InlineData(400, "No method match route template", "No method match route template")]
    [InlineData(404, "NotFound", "No method match route template")]
    [InlineData(400, "BadRequest", "No method match route template")]
    [InlineData(405, "UnknownError", "Method not allowed")]
    public void UpdateNotSupported(int status, string code, string message)
    {
        Service.Faults.On("PATCH", "").Status(status, code, message);
        ErrorRecord error = AssertFails(Update, "UpdateNotSupported", ErrorCategory.NotImplemented);
        AssertHttp(error, status, code, attempts: 1);
        AssertSays(error, "Shell script 'Portal'", "Trying again won't help");
    }

    [Theory]
    [InlineData(400, "BadRequest", Update)]
    [InlineData(400, "BadRequest", Get)]
    [InlineData(400, "No method match route template", Get)]
    [InlineData(404, "No method match route template", Get)]
    [InlineData(405, "UnknownError", Get)]
    [InlineData(409, "Conflict", Update)]
    [InlineData(412, "PreconditionFailed", Update)]
    [InlineData(422, "UnprocessableEntity", Update)]
    public void RequestRejected(int status, string code, string command)
    {
        Service.Faults.On("*", "").Status(status, code, "The words of the service.");

        ErrorRecord error = AssertFails(command, "RequestRejected", ErrorCategory.InvalidArgument);
        AssertHttp(error, status, code, attempts: 1);
        AssertSays(error, "Shell script 'Portal'", code, "The words of the service.");
    }

    [Theory]
    [InlineData(Update)]
    [InlineData(Get)]
    public void Throttled(string command)
    {
        Service.Faults.On("*", "").Throttle("0");

        AssertHttp(AssertFails(command, "Throttled", ErrorCategory.LimitsExceeded), 429, "TooManyRequests", attempts: 1);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    public void ServiceUnavailable(int status)
    {
        Service.Faults.On("*", "").Status(status, "ServiceDown", "Not now.", "0");

        AssertHttp(AssertFails(Update, "ServiceUnavailable", ErrorCategory.ResourceUnavailable), status, "ServiceDown", attempts: 1);
        AssertHttp(AssertFails(Get, "ServiceUnavailable", ErrorCategory.ResourceUnavailable), status, "ServiceDown", attempts: 1);
    }

    [Fact]
    public void ServiceUnavailable_by_a_page_of_a_gateway()
    {
        Service.Faults.On("*", "").Html(503);

        AssertHttp(AssertFails(Update, "ServiceUnavailable", ErrorCategory.ResourceUnavailable), 503, code: null, attempts: 1);
    }

    [Theory]
    [InlineData(Update)]
    [InlineData(Get)]
    public void ConnectionFailed_by_a_reset(string command)
    {
        Service.Faults.On("*", "").Reset();

        ErrorRecord error = AssertFails(command, "ConnectionFailed", ErrorCategory.ConnectionError);
        AssertHttp(error, status: null, code: null, attempts: 1);
        AssertSays(error, "Shell script 'Portal'", Service.GraphEndpoint.Authority);
    }

    [Theory]
    [InlineData(Update)]
    [InlineData(Get)]
    public void ConnectionFailed_by_a_closed_port(string command)
    {
        Succeed("Connect-RunSummary -AccessToken $sandbox.AccessToken -GraphEndpoint http://127.0.0.1:1 -MaximumRetryCount 0");

        ErrorRecord error = AssertFails(command, "ConnectionFailed", ErrorCategory.ConnectionError);
        AssertHttp(error, status: null, code: null, attempts: 1);
        AssertSays(error, "127.0.0.1:1");
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}}")]
    [InlineData("[]")]
    [InlineData("\"text\"")]
    [InlineData("<html><body>Sign in to the guest network</body></html>")]
    [InlineData("""{"id":"x","errorDeviceCount":"3"}""")]
    [InlineData("""{"id":"x","errorDeviceCount":1.5}""")]
    [InlineData("""{"id":"x","errorDeviceCount":2147483648}""")]
    public void ResponseInvalid(string body)
    {
        Service.Faults.On("*", "").Answer(200, "application/json", body);

        AssertHttp(AssertFails(Get, "ResponseInvalid", ErrorCategory.InvalidResult), 200, code: null, attempts: 1);
        if (body.Length > 0)
        {
            AssertHttp(AssertFails(Update, "ResponseInvalid", ErrorCategory.InvalidResult), 200, code: null, attempts: 1);
        }
    }

    [Fact]
    public void ResponseInvalid_by_a_body_that_is_cut_off()
    {
        Service.Faults.On("*", "").Truncate();

        AssertHttp(AssertFails(Get, "ResponseInvalid", ErrorCategory.InvalidResult), 200, code: null, attempts: 1);
        AssertHttp(AssertFails(Update, "ResponseInvalid", ErrorCategory.InvalidResult), 200, code: null, attempts: 1);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("deflate")]
    [InlineData("br")]
    public void ResponseInvalid_by_a_body_that_isnt_compressed_as_it_says(string encoding)
    {
        Service.Faults.On("*", "").Answer(200, "application/json", "{}", new Dictionary<string, string> { ["Content-Encoding"] = encoding });

        AssertHttp(AssertFails(Get, "ResponseInvalid", ErrorCategory.InvalidResult), 200, code: null, attempts: 1);
        AssertHttp(AssertFails(Update, "ResponseInvalid", ErrorCategory.InvalidResult), 200, code: null, attempts: 1);
        var result = Invoke(Update, new[] { Script(), Script(), Script() });
        Assert.Equal(["ResponseInvalid", "ResponseInvalid", "ResponseInvalid"], result.AllErrors.Select(Id));
    }

    [Theory]
    [InlineData(Update)]
    [InlineData(Get)]
    public void A_connection_that_breaks_off_fails_whether_or_not_the_head_of_the_answer_was_seen(string command)
    {
        Service.Faults.On("*", "").Break();

        Assert.True(Id(FailAndGoOn(command, Script())) is "ResponseInvalid" or "ConnectionFailed");
    }

    [Fact]
    public void WriteNotKept()
    {
        Service.Faults.On("PATCH", "").AfterWrite(json =>
        {
            json["errorDeviceCount"] = 7;
            return json;
        });

        ErrorRecord error = AssertFails(Update, "WriteNotKept", ErrorCategory.InvalidResult);
        AssertHttp(error, 200, code: null, attempts: 1);
        AssertSays(error, "Shell script 'Portal'", "ErrorDeviceCount was sent as 3 and came back as 7");
    }

    [Fact]
    public void WriteNotKept_is_about_counts_that_were_sent_only()
    {
        Service.Faults.On("PATCH", "").AfterWrite(json =>
        {
            json["successDeviceCount"] = 7;
            return json;
        });

        PSObject summary = Assert.Single(Succeed(Update, Script()));
        Assert.Equal((3, 7), (Value(summary, "ErrorDeviceCount"), Value(summary, "SuccessDeviceCount")));
        Assert.Equal(3, Service.Scripts.Summary(Guid.Parse(Demo.Shell))!.Counts.ErrorDevices);
    }
}
