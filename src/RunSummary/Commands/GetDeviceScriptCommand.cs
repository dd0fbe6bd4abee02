using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using RunSummary.Completion;
using RunSummary.Engine;
using RunSummary.Errors;
using RunSummary.Resources;

namespace RunSummary.Commands;

/// <summary>
/// <c>Get-DeviceScript</c>: lists the tenant's device management scripts of all families, page by page, or reads single ones by id.
/// </summary>
[Cmdlet(VerbsCommon.Get, "DeviceScript", DefaultParameterSetName = NameSet)]
[OutputType(typeof(DeviceScript))]
[GraphPermission(GraphPermissions.Read)]
public sealed class GetDeviceScriptCommand : GraphCommand
{
    private const string NameSet = "Name";
    private const string ScriptIdSet = "ScriptId";

    private NameFilter _names = new([]);
    private int _listed;

    /// <summary>
    /// The names to list; wildcards are allowed, and case doesn't matter. Without it, all are listed. A name without wildcards that
    /// no script has is an error.
    /// </summary>
    [Parameter(Position = 0, ParameterSetName = NameSet)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ScriptNameCompleter))]
    public string[] Name { get; set; } = [];

    /// <summary>The ids of the scripts to read.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ScriptIdSet, ValueFromPipelineByPropertyName = true)]
    public Guid[] ScriptId { get; set; } = [];

    /// <summary>The families to look in. Without it, all are.</summary>
    [Parameter(ParameterSetName = NameSet)]
    [Parameter(ParameterSetName = ScriptIdSet, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public DeviceScriptType[] ScriptType { get; set; } = [];

    /// <summary>Reads the scripts' content too. In a list that takes one more request for each script.</summary>
    [Parameter]
    public SwitchParameter IncludeContent { get; set; }

    private IEnumerable<DeviceScriptType> Families => ScriptFamily.TypesIn(ScriptType);

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        _names = new NameFilter(Name);
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (ParameterSetName == ScriptIdSet)
        {
            foreach (Guid id in ScriptId)
            {
                Run(new ErrorSubject(Strings.ScriptOfAnyType.With(id), id, ErrorScope.InputObject), (queue, cancel) => FindAsync(id, queue, cancel));
            }

            return;
        }

        foreach (DeviceScriptType type in Families)
        {
            Run(new ErrorSubject(Strings.ScriptList.With(type), type, ErrorScope.Part), (queue, cancel) => ListAsync(type, queue, cancel));
        }

        ReportMissing();
    }

    private async Task ListAsync(DeviceScriptType type, PipelineQueue queue, CancellationToken cancel)
    {
        await Engine.ListScriptsAsync(
            type,
            script => _names.Takes(script) ? TakeAsync(script, queue, cancel) : Task.CompletedTask,
            queue,
            cancel).ConfigureAwait(false);
        _listed++;
    }

    private void ReportMissing()
    {
        // A list that failed may hold the name, and has its own error.
        foreach (string name in _listed == Families.Count() ? _names.Missing : [])
        {
            Report(
                new Failure(ErrorId.ScriptNotFound, Strings.ScriptNotFound_Name.With(string.Join(", ", Families))),
                new ErrorSubject(Strings.ScriptNamed.With(PlainText.Shown(WildcardPattern.Unescape(name))), name, ErrorScope.InputObject));
        }
    }

    private async Task TakeAsync(DeviceScript listed, PipelineQueue queue, CancellationToken cancel)
    {
        if (!IncludeContent)
        {
            await queue.WriteAsync(listed).ConfigureAwait(false);
            return;
        }

        ScriptReference reference = new(listed.ScriptType, Guid.Parse(listed.ScriptId), listed.DisplayName);
        try
        {
            await queue.WriteAsync(await Engine.GetScriptAsync(reference, queue, cancel).ConfigureAwait(false)).ConfigureAwait(false);
        }
        catch (FailureException exception) when (ErrorTable.Rows[exception.Failure.Id].Termination == Termination.Never)
        {
            // Deleted since it was listed, say: that is one script's failure, not the list's.
            queue.Error(ToRecord(exception.Failure, new ErrorSubject(reference.ToString(), listed, ErrorScope.Part)));
        }
    }

    /// <summary>Looks in one family after the other, since an id doesn't say of which it is.</summary>
    private async Task FindAsync(Guid id, PipelineQueue queue, CancellationToken cancel)
    {
        FailureException? failure = null;
        foreach (DeviceScriptType type in Families)
        {
            try
            {
                DeviceScript script = await Engine.GetScriptAsync(new ScriptReference(type, id), queue, cancel).ConfigureAwait(false);
                script.ScriptContent = IncludeContent ? script.ScriptContent : null;
                await queue.WriteAsync(script).ConfigureAwait(false);
                return;
            }
            catch (FailureException exception) when (exception.Failure.Id is ErrorId.ScriptNotFound or ErrorId.PermissionDenied)
            {
                failure = failure?.Failure.Id == ErrorId.PermissionDenied ? failure : exception;
            }
        }

        throw failure!;
    }
}
