using System;
using System.Linq;
using System.Management.Automation;
using RunSummary.Tests.Commands;
using Xunit;

namespace RunSummary.Tests.Errors;

/// <summary>What tests of the error table share.</summary>
public abstract class ErrorsTest : ConnectedTest
{
    protected const string Write = "DeviceManagementScripts.ReadWrite.All";
    protected const string Read = "DeviceManagementScripts.Read.All";

    /// <summary>One update of the script that <c>$in</c> names.</summary>
    protected const string Update = "$in | Update-DeviceScriptRunSummary -ErrorDeviceCount 3";

    protected const string Get = "$in | Get-DeviceScriptRunSummary";

    /// <summary>An input object of the tests' own, so that an error's target can be compared with it.</summary>
    protected static PSObject Script(string id = Demo.Shell, string type = "Shell") => new()
    {
        Properties = { new PSNoteProperty("ScriptType", type), new PSNoteProperty("ScriptId", id), new PSNoteProperty("DisplayName", "Portal") },
    };

    /// <summary>Runs a command over one object; it must give one error that isn't terminating and whose target is the object.</summary>
    protected ErrorRecord AssertFails(string command, string id, ErrorCategory category, PSObject? input = null)
    {
        PSObject script = input ?? Script();
        ErrorRecord error = FailAndGoOn(command, script);
        AssertError(error, id, category);
        Assert.True(ReferenceEquals(script, error.TargetObject) || ReferenceEquals(script.BaseObject, Target(error)), $"The target is {error.TargetObject}.");
        return error;
    }

    /// <summary>Asserts the facts of the request that failed; the ids must be those that the service and the request had.</summary>
    protected void AssertHttp(ErrorRecord error, int? status, string? code, int attempts)
    {
        object? Fact(string name) => Value(PSObject.AsPSObject(error.Exception), name);
        Assert.Equal("RunSummary.GraphRequestException", error.Exception.GetType().FullName);
        Assert.Equal((status, code, attempts), ((int?)Fact("StatusCode"), (string?)Fact("Code"), (int)Fact("Attempts")!));
        Assert.True(Guid.TryParse((string?)Fact("ClientRequestId"), out Guid _));
        Assert.Equal(status is null, Fact("RequestId") is null);
        if (Service.Requests.All.LastOrDefault(request => request.Status != 0) is { } last && status is not null)
        {
            Assert.Equal(last.Header("client-request-id"), Fact("ClientRequestId"));
            Assert.Equal(last.Request.RequestId, Fact("RequestId"));
        }
    }

    protected static void AssertAdvisesNewToken(ErrorRecord error) => Assert.Equal(
        "Get a new access token for Microsoft Graph, and run Connect-RunSummary -AccessToken with it.", error.ErrorDetails.RecommendedAction);

    protected static void AssertSays(ErrorRecord error, params string[] words) =>
        Assert.All(words, word => Assert.Contains(word, error.ToString(), StringComparison.Ordinal));
}
