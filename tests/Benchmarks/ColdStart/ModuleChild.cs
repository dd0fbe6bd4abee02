using System;
using System.Management.Automation;
using System.Net;
using RunSummary.Benchmarks.Updates;

namespace RunSummary.Benchmarks.ColdStart;

/// <summary>A script in a PowerShell engine: the short run with the module, the import of an empty module, or nothing at all.</summary>
internal static class ModuleChild
{
    public const string Verb = "short-run-module";
    public const string EmptyModuleVerb = "short-run-empty-module";
    public const string EmptyVerb = "short-run-engine";

    private const string Parameters = "param($module, $credential, $run, $success, $errors)";

    private const string Import = Parameters + """

        Import-Module -Name $module -ErrorAction Stop

        """;

    private const string Script = Import + """
        Connect-RunSummary -ClientSecretCredential $credential -TenantId $run.TenantId -Authority $run.Authority -GraphEndpoint $run.Graph
        Update-DeviceScriptRunSummary -ScriptType Shell -ScriptId $run.ScriptId -SuccessDeviceCount $success -ErrorDeviceCount $errors
        """;

    public static void Run(ShortRun run)
    {
        int summaries = Run(Script, "Module", run);
        if (summaries != 1)
        {
            throw new InvalidOperationException($"{summaries} summaries came instead of one.");
        }
    }

    public static void RunEmptyModule(ShortRun run) => Run(Import, "EmptyModule", run);

    public static void RunNothing(ShortRun run) => Run(Parameters, "EmptyModule", run);

    private static int Run(string script, string module, ShortRun run)
    {
        PSCredential credential = new(ShortRun.ClientId, new NetworkCredential("", ShortRun.ClientSecret).SecurePassword);
        using EngineShell shell = new();
        return shell.Run(script, Built.Path(module), credential, run, Workload.SuccessDevices, Workload.ErrorDevices).Count;
    }
}
