using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Threading.Tasks;
using RunSummary.Binding;
using RunSummary.Engine;
using RunSummary.Errors;
using RunSummary.Resources;

namespace RunSummary.Commands;

/// <summary>
/// <c>Restore-DeviceScriptRunSummary</c>: undoes a run of Update-DeviceScriptRunSummary -JournalPath. Each script gets back the counts
/// that it had before the run, only those that the run wrote, and only where the service still holds what the run wrote.
/// </summary>
[Cmdlet(VerbsData.Restore, "DeviceScriptRunSummary", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(DeviceScriptRunSummary))]
[GraphPermission(GraphPermissions.ReadWrite)]
public sealed class RestoreDeviceScriptRunSummaryCommand : RunCommand
{
    private readonly WritePrompt _prompt = new();
    private Dictionary<Guid, RestorePoint> _points = [];

    /// <summary>The journal that Update-DeviceScriptRunSummary wrote.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ValidateNotNullOrEmpty]
    public string JournalPath { get; set; } = "";

    /// <summary>The run to undo. Without it, the journal's last.</summary>
    [Parameter]
    public Guid? RunId { get; set; }

    /// <summary>The scripts to restore, as Update-DeviceScriptRunSummary takes them. Without it, all that the run wrote.</summary>
    [Parameter(ValueFromPipeline = true)]
    [AllowNull]
    public PSObject?[]? InputObject { get; set; }

    /// <summary>A journal to write of this run in turn, so that it can be undone too.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? NewJournalPath { get; set; }

    /// <summary>Restores also where the service no longer holds what the run wrote.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    private protected override string? RunJournal => NewJournalPath;

    /// <summary>Reads the journal.</summary>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        string path = JournalFullPath(JournalPath);
        Run(new ErrorSubject($"'{path}'", JournalPath, ErrorScope.Command), (queue, _) =>
        {
            _points = Engine.ReadRestorePoints(path, RunId, queue).ToDictionary(point => point.Script.Id);
            return Task.CompletedTask;
        });
    }

    /// <summary>Restores the piped scripts.</summary>
    protected override void ProcessRecord()
    {
        foreach (PSObject? input in Inputs(InputObject))
        {
            Restore(input);
        }
    }

    /// <summary>Restores all scripts where none was piped.</summary>
    protected override void EndProcessing()
    {
        // An empty pipeline, or a variable that is empty, names no script; that isn't the same as none being asked for.
        if (!NamesInput)
        {
            foreach (RestorePoint point in _points.Values)
            {
                Restore(point, new ErrorSubject(point.Script.ToString(), point.Script.Id, ErrorScope.InputObject));
            }
        }

        base.EndProcessing();

        // What the service holds decides, unless all are restored whatever it holds.
        _prompt.ShowTotal(this, Engine, isAtMost: !Force);
    }

    private void Restore(PSObject? input)
    {
        InputProperties properties = InputProperties.Of(input);
        ErrorSubject subject = new(properties.Describe(), input, ErrorScope.InputObject);
        try
        {
            ScriptReference script = ScriptBinder.Bind(properties, explicitType: null);
            subject = subject with { Text = script.ToString() };
            if (!_points.TryGetValue(script.Id, out RestorePoint? point))
            {
                throw new FailureException(ErrorId.ScriptNotFound, Strings.ScriptNotFound_Journal);
            }

            Restore(point, subject);
        }
        catch (FailureException exception)
        {
            AddFailed(exception.Failure, subject);
        }
    }

    private void Restore(RestorePoint point, ErrorSubject subject)
    {
        if (point.Before.IsEmpty)
        {
            AddFailed(new Failure(ErrorId.NoCountsSupplied, ""), subject);
        }
        else if (_prompt.Ask(this, subject, Strings.RestoreAction + " " + point.Before))
        {
            Add(new RunRequest(new RunSummaryUpdate(point.Script, point.Before, RunSummaryId: null), subject)
            {
                Script = point.Script,
                Expected = Force ? null : [point.Written, point.Confirmed],
            });
        }
    }
}
