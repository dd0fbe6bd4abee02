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
[GraphPermission(GraphPermissionAttribute.Read)]
public sealed class GetDeviceScriptCommand : GraphCommand
{
    private const string NameSet = "Name";
    private const string ScriptIdSet = "ScriptId";

    private WildcardPattern[] _patterns = [];

    /// <summary>The names to list; wildcards are allowed, and case doesn't matter. Without it, all are listed.</summary>
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

    private IEnumerable<DeviceScriptType> Families =>
        ScriptType.Length > 0 ? ScriptType.Distinct() : ScriptFamily.All.Select(family => family.Type);

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        _patterns = [.. Name.Select(name => new WildcardPattern(name, WildcardOptions.IgnoreCase))];
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
    }

    private Task ListAsync(DeviceScriptType type, PipelineQueue queue, CancellationToken cancel) =>
        Engine.ListScriptsAsync(
            type,
            script => IsWanted(script) ? TakeAsync(script, queue, cancel) : Task.CompletedTask,
            queue,
            cancel);

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

    private bool IsWanted(DeviceScript script) =>
        _patterns.Length == 0 || _patterns.Any(pattern => pattern.IsMatch(script.DisplayName ?? ""));
}
