using System;
using System.Linq;
using System.Management.Automation;
using RunSummary.Binding;
using RunSummary.Completion;
using RunSummary.Engine;
using RunSummary.Errors;

namespace RunSummary.Commands;

/// <summary>The base of the commands that work on scripts, piped as objects of any origin or named by family and id.</summary>
public abstract class ScriptInputCommand : RunCommand
{
    private protected const string InputObjectSet = "InputObject";
    private protected const string ScriptIdSet = "ScriptId";

    private protected ScriptInputCommand()
    {
    }

    /// <summary>
    /// The scripts: objects from Get-DeviceScript or Get-DeviceScriptRunSummary, from the Microsoft Graph SDK or Invoke-MgGraphRequest,
    /// from CSV or JSON, or any object or hashtable with ScriptType and ScriptId.
    /// </summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = InputObjectSet)]
    [AllowNull]
    [AllowEmptyString]
    [AllowEmptyCollection]
    public PSObject?[]? InputObject { get; set; }

    /// <summary>The scripts' family. With piped objects it serves those that don't name their own.</summary>
    [Parameter(ParameterSetName = InputObjectSet)]
    [Parameter(Mandatory = true, ParameterSetName = ScriptIdSet)]
    public DeviceScriptType? ScriptType { get; set; }

    /// <summary>The ids of the scripts.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ScriptIdSet)]
    [Alias("DeviceManagementScriptId", "DeviceShellScriptId", "DeviceCustomAttributeShellScriptId")]
    [ArgumentCompleter(typeof(ScriptIdCompleter))]
    public Guid[] ScriptId { get; set; } = [];

    /// <summary>Takes the objects one by one, and writes what came of earlier ones meanwhile.</summary>
    protected override void ProcessRecord()
    {
        foreach (object? input in ParameterSetName == ScriptIdSet ? ScriptId.Cast<object?>() : Inputs(InputObject))
        {
            Process(input);
        }
    }

    /// <summary>Gives the request for a script, or null where nothing is to be sent.</summary>
    private protected abstract RunRequest? ToRequest(ScriptReference script, InputProperties input, ErrorSubject subject);

    private void Process(object? input)
    {
        InputProperties properties = InputProperties.Of(input);
        ErrorSubject? subject = null;
        RunRequest? request = null;
        Failure? failure = null;
        try
        {
            ScriptReference script = ScriptBinder.Bind(properties, ScriptType);
            subject = new ErrorSubject(script.ToString(), input, ErrorScope.InputObject);
            request = ToRequest(script, properties, subject);
        }
        catch (FailureException exception)
        {
            failure = exception.Failure;
        }

        if (failure is not null)
        {
            AddFailed(failure, subject ?? new ErrorSubject(properties.Describe(), input, ErrorScope.InputObject));
        }
        else if (request is not null)
        {
            Add(request);
        }
    }
}
