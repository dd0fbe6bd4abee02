using System.Linq;
using System.Threading.Tasks;
using RunSummary.Benchmarks.Updates;

namespace RunSummary.Benchmarks.RunStates;

/// <summary>Measure-DeviceScriptRunSummary in a real PowerShell engine.</summary>
internal sealed class MeasureCmdlet(ModuleShell shell, CountedScript script) : IStateCounter
{
    private const string Measure = """
        param($session, $type, $id)
        Measure-DeviceScriptRunSummary -Session $session -ScriptType $type -ScriptId $id
        """;

    private object? _session;

    public string Name => "Measure-DeviceScriptRunSummary";

    // A run takes half of the reads that a session has in 20 seconds.
    public void Prepare() => _session = shell.ConnectUnlimited(script.Service.Endpoint, script.Service.AccessToken);

    public Task<Tally> CountAsync() => Task.Run(() =>
    {
        MeasuredRunSummary measured = (MeasuredRunSummary)shell.Run(Measure, _session!, Workload.Family, script.Id).Single().BaseObject;
        return new Tally(
            measured.SuccessDeviceCount ?? 0,
            measured.ErrorDeviceCount ?? 0,
            measured.Pending,
            measured.NotApplicable,
            measured.Unknown,
            measured.LatestState);
    });

    public void Dispose()
    {
        // The shell is others'.
    }
}
