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
    private ScriptPartition _partition = new(index: 0, count: 1);
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
    [Alias("DeviceManagementScriptId", "DeviceShellScriptId", "DeviceCustomAttributeShellScriptId")]
    [ArgumentCompleter(typeof(ScriptIdCompleter))]
    public Guid[] ScriptId { get; set; } = [];

    /// <summary>The families to look in. Without it, all are.</summary>
    [Parameter(ParameterSetName = NameSet)]
    [Parameter(ParameterSetName = ScriptIdSet, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public DeviceScriptType[] ScriptType { get; set; } = [];

    /// <summary>Reads the scripts' content too. In a list that takes one more request for each script.</summary>
    [Parameter]
    public SwitchParameter IncludeContent { get; set; }

    /// <summary>
    /// Which part of the scripts to list, from 0 to one less than -PartitionCount. The parts are split by script id, the same on every
    /// machine: each script is in exactly one.
    /// </summary>
    [Parameter(ParameterSetName = NameSet)]
    [ValidateRange(0, int.MaxValue)]
    public int PartitionIndex { get; set; }

    /// <summary>Into how many parts the scripts are split: 1 or more.</summary>
    [Parameter(ParameterSetName = NameSet)]
    [ValidateRange(1, int.MaxValue)]
    public int PartitionCount { get; set; } = 1;

    private IEnumerable<DeviceScriptType> Families => ScriptFamily.TypesIn(ScriptType);

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        _names = new NameFilter(Name);
        _partition = ToPartition();
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

    private ScriptPartition ToPartition()
    {
        bool isWhole = MyInvocation.BoundParameters.ContainsKey(nameof(PartitionIndex)) == MyInvocation.BoundParameters.ContainsKey(nameof(PartitionCount));
        if (!isWhole || PartitionIndex >= PartitionCount)
        {
            string problem = isWhole ? Strings.ParameterConflict_PartitionIndex.With(PartitionIndex, PartitionCount, PartitionCount - 1) : Strings.ParameterConflict_Partition;
            Report(new Failure(ErrorId.ParameterConflict, problem), new ErrorSubject(MyInvocation.MyCommand.Name, PartitionIndex, ErrorScope.Command));
        }

        return new ScriptPartition(PartitionIndex, PartitionCount);
    }

    private async Task ListAsync(DeviceScriptType type, PipelineQueue queue, CancellationToken cancel)
    {
        await Engine.ListScriptsAsync(
            type,
            script => _names.Takes(script) && _partition.Takes(script) ? TakeAsync(script, queue, cancel) : Task.CompletedTask,
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
