using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using RunSummary.Sandbox.Service;
using RunSummary.Tests.Commands;
using Xunit;

namespace RunSummary.Tests.Errors;

/// <summary>Each input has an output or one error, in its place, whatever the service does.</summary>
public sealed class OneOutcomeTests : ErrorsTest
{
    private const int Inputs = 40;

    protected override string ConnectParameters => "-MaximumRetryCount 1";

    private static readonly FaultAction[] AnyFault =
    [
        Fault.With.Throttle("0"),
        Fault.With.ThrottleNested(0),
        Fault.With.Status(503, "ServiceUnavailable", "Busy.", "0"),
        Fault.With.Status(500, "InternalServerError", "Broken.", "0"),
        Fault.With.Status(400, "BadRequest", "No method match route template"),
        Fault.With.Status(400, "BadRequest", "Something else."),
        Fault.With.Status(403, "Forbidden", "No."),
        Fault.With.Status(405, "UnknownError", "Method not allowed"),
        Fault.With.Html(200),
        Fault.With.Html(404),
        Fault.With.Truncate(),
        Fault.With.NoContent(),
        Fault.With.Reset(),
        Fault.With.ResetAfterWork(),
        Fault.With.Redirect("https://elsewhere.example/"),
        Fault.With.AfterWrite(json =>
        {
            json["errorDeviceCount"] = 999;
            return json;
        }),
    ];

    public static TheoryData<string, double> Chances => new()
    {
        { "Update-DeviceScriptRunSummary", 0 },
        { "Update-DeviceScriptRunSummary", 0.4 },
        { "Update-DeviceScriptRunSummary", 1 },
        { "Get-DeviceScriptRunSummary", 0.4 },
        { "Measure-DeviceScriptRunSummary", 0 },
        { "Measure-DeviceScriptRunSummary", 0.3 },
        { "Compare-DeviceScriptRunSummary", 0.3 },
    };

    [Theory]
    [MemberData(nameof(Chances))]
    public void Forty_objects_have_forty_outcomes_in_their_order(string command, double chance)
    {
        object?[] inputs = [.. Enumerable.Range(0, Inputs).Select(Input)];
        Service.Faults.ByChance(chance, AnyFault);

        var result = Invoke($"$in | {command} 2>&1", inputs);

        Assert.Empty(result.AllErrors);
        Assert.Equal(inputs.Select(Key), result.Output.Select(Key));
        int failed = result.Values.OfType<ErrorRecord>().Count();
        int wrong = command.StartsWith("Update", StringComparison.Ordinal) ? 30 : 20;
        Assert.True(chance > 0 ? failed > wrong : failed == wrong, $"{failed} failed.");
        Assert.All(result.Values.OfType<ErrorRecord>(), error => Assert.NotEmpty(error.ErrorDetails.RecommendedAction));
    }

    /// <summary>Two of eight are fine, six are wrong, each in its way; reading minds no counts.</summary>
    private static object? Input(int number) => (number % 8) switch
    {
        0 => Object("Shell", Demo.Shell, number),
        1 => Object("PowerShell", Demo.Windows, $" {number} "),
        2 => Object("Shell", Demo.Shell, "1,5"),
        3 => Object("Shell", Demo.Shell, ""),
        4 => Object("", Demo.Shell, number),
        5 => Object("Shell", "no guid", number),
        6 => Object("CustomAttribute", Demo.Missing, number),
        _ => new Dictionary<string, object> { ["@odata.type"] = "#microsoft.graph.deviceHealthScript", ["id"] = Demo.Shell, ["number"] = number },
    };

    private static PSObject Object(string type, string id, object count) => new()
    {
        Properties = { new PSNoteProperty("ScriptType", type), new PSNoteProperty("ScriptId", id), new PSNoteProperty("ErrorDeviceCount", count) },
    };

    /// <summary>What an outcome has in common with its input: the input itself for an error, the script for an output.</summary>
    private static object? Key(object? item) => item switch
    {
        PSObject { BaseObject: ErrorRecord error } => ScriptOf(error.TargetObject),
        _ => ScriptOf(item),
    };

    private static string? ScriptOf(object? item) => item is PSObject { BaseObject: IDictionary<string, object> wrapped }
        ? $"{wrapped["number"]}"
        : item is IDictionary<string, object> dictionary ? $"{dictionary["number"]}" : $"{Value((PSObject)item!, "ScriptId")}";
}
