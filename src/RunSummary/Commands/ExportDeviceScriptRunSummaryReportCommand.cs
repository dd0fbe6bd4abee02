using System;
using System.Collections.Generic;
using System.IO;
using System.Management.Automation;
using System.Threading.Tasks;
using RunSummary.Binding;
using RunSummary.Engine;
using RunSummary.Errors;
using RunSummary.Resources;

namespace RunSummary.Commands;

/// <summary><c>Export-DeviceScriptRunSummaryReport</c>: writes a report on run summaries, recorded, measured or compared, to a file.</summary>
[Cmdlet(VerbsData.Export, "DeviceScriptRunSummaryReport", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Low)]
[OutputType(typeof(FileInfo))]
public sealed class ExportDeviceScriptRunSummaryReportCommand : RunSummaryCommand
{
    private readonly List<ReportRow> _rows = [];
    private ReportTarget? _target;
    private string? _tenantId;

    /// <summary>
    /// The summaries: what Get-, Measure- or Compare-DeviceScriptRunSummary gave, now or long ago, or any object or hashtable with
    /// ScriptType, ScriptId and counts.
    /// </summary>
    [Parameter(ValueFromPipeline = true)]
    [AllowNull]
    [AllowEmptyString]
    [AllowEmptyCollection]
    public PSObject?[]? InputObject { get; set; }

    /// <summary>The file. One that is there is overwritten.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = "";

    /// <summary>The form of the file. Without it, the path's extension says: .csv, .json or .md, else HTML.</summary>
    [Parameter]
    public ReportFormat? As { get; set; }

    /// <summary>The family of the objects that don't name their own.</summary>
    [Parameter]
    public DeviceScriptType? ScriptType { get; set; }

    /// <summary>The session whose tenant is shown. Without it, it is that of the default session, where there is one.</summary>
    [Parameter]
    [ValidateNotNull]
    [SessionTransformation]
    public RunSummarySession? Session { get; set; }

    /// <summary>Leaves a file that is there as it is, with the error FileExists.</summary>
    [Parameter]
    public SwitchParameter NoClobber { get; set; }

    /// <summary>Overwrites a file that is read-only too.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Gives the file.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <summary>Finds out at once, not after an hour of measuring, whether the file can be written.</summary>
    protected override void BeginProcessing()
    {
        ErrorSubject subject = new(MyInvocation.MyCommand.Name, Session, ErrorScope.Command);
        try
        {
            _tenantId = TenantId();
            string path = FullPath(Path, ErrorId.PathNotWritable, subject with { Target = Path });
            subject = new ErrorSubject($"'{path}'", Path, ErrorScope.Command);
            _target = new ReportTarget(path, As ?? FormatOf(path), NoClobber, Force);
            Check(_target);
        }
        catch (FailureException exception)
        {
            Report(exception.Failure, subject);
        }
    }

    /// <summary>Takes the objects one by one.</summary>
    protected override void ProcessRecord()
    {
        foreach (PSObject? input in Inputs(InputObject))
        {
            Take(input);
        }
    }

    /// <summary>Writes the file.</summary>
    protected override void EndProcessing()
    {
        ReportTarget target = _target!;
        if (!ShouldProcess(target.Path, _rows.Count == 1 ? Strings.ReportOperation_One : Strings.ReportOperation.With(_rows.Count)))
        {
            return;
        }

        ScriptReport report = new(_rows, DateTimeOffset.Now, _tenantId);
        Run(new ErrorSubject($"'{target.Path}'", Path, ErrorScope.Command), (_, cancel) =>
        {
            EnginePort.Engine.WriteReport(report, target, cancel);
            return Task.CompletedTask;
        });
        if (_rows.Count == 0)
        {
            WriteWarning(Strings.ReportIsEmpty.With(target.Path));
        }

        if (PassThru)
        {
            // As Get-Item gives it, with what the views of files show.
            WriteObject(InvokeProvider.Item.Get([@"Microsoft.PowerShell.Core\FileSystem::" + target.Path], force: true, literalPath: true), enumerateCollection: true);
        }
    }

    private void Take(object? input)
    {
        InputProperties properties = InputProperties.Of(input);
        string? subject = null;
        try
        {
            ScriptReference script = ScriptBinder.Bind(properties, ScriptType);
            subject = script.ToString();
            _rows.Add(ReportRowBinder.Bind(script, properties));
        }
        catch (FailureException exception)
        {
            Report(ReportRowBinder.InWords(exception.Failure), new ErrorSubject(subject ?? properties.Describe(), input, ErrorScope.InputObject));
        }
    }

    private void Check(ReportTarget target)
    {
        bool isWhatIf = MyInvocation.BoundParameters.TryGetValue("WhatIf", out object? whatIf)
            ? (SwitchParameter)whatIf
            : LanguagePrimitives.IsTrue(GetVariableValue("WhatIfPreference"));
        if (isWhatIf)
        {
            target.Check();
        }
        else
        {
            EnginePort.Engine.CheckReport(target);
        }
    }

    private string? TenantId()
    {
        if (Session is null)
        {
            return DefaultSession.Current?.Context?.TenantId;
        }

        using SessionLease lease = Session.Acquire();
        return lease.Engine.GetContext().TenantId;
    }

    private static ReportFormat FormatOf(string path) => System.IO.Path.GetExtension(path).ToUpperInvariant() switch
    {
        ".CSV" => ReportFormat.Csv,
        ".JSON" => ReportFormat.Json,
        ".MD" or ".MARKDOWN" => ReportFormat.Markdown,
        _ => ReportFormat.Html,
    };
}
