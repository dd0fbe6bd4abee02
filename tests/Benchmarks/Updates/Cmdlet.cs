using System.Linq;
using System.Management.Automation;
using System.Threading.Tasks;

namespace RunSummary.Benchmarks.Updates;

/// <summary>Script objects piped into Update-DeviceScriptRunSummary in a real PowerShell engine, what comes out counted.</summary>
internal sealed class Cmdlet(ModuleShell shell, object session, Workload workload, int inFlight) : IContender
{
    public const int DefaultInFlight = 4;

    private const string Update = """
        param($scripts, $session, $inFlight)
        $scripts | Update-DeviceScriptRunSummary -Session $session -ThrottleLimit $inFlight | & { begin { $count = 0 } process { $count++ } end { $count } }
        """;

    private readonly PSObject[] _scripts = [.. workload.ScriptIds.Select(ToObject)];

    public string Name => $"RunSummary, {inFlight} in flight";

    public Task<int> UpdateAsync() => Task.Run(() => (int)shell.Run(Update, _scripts, session, inFlight).Single().BaseObject);

    public void Dispose()
    {
        // The shell and the session are others'.
    }

    private static PSObject ToObject(string id)
    {
        PSObject script = new();
        script.Properties.Add(new PSNoteProperty("ScriptType", Workload.Family));
        script.Properties.Add(new PSNoteProperty("ScriptId", id));
        script.Properties.Add(new PSNoteProperty("SuccessDeviceCount", Workload.SuccessDevices));
        script.Properties.Add(new PSNoteProperty("ErrorDeviceCount", Workload.ErrorDevices));
        return script;
    }
}
