using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using RunSummary.Engine.Graph;
using RunSummary.Engine.RunSummaries;
using RunSummary.Engine.Scripts;

namespace RunSummary.Engine.RunStates;

/// <summary>Takes a script's run summary from the states of its devices and users, and sets the recorded one beside it.</summary>
internal sealed class Measuring(GraphClient client, StateReader states)
{
    public async Task<MeasuredRunSummary> MeasureAsync(ScriptReference script, IEngineEvents events, CancellationToken cancellationToken) =>
        await FillAsync(new MeasuredRunSummary(), script, events, cancellationToken).ConfigureAwait(false);

    public async Task<RunSummaryComparison> CompareAsync(ScriptReference script, IEngineEvents events, CancellationToken cancellationToken)
    {
        GraphRequest request = new(HttpMethod.Get, ScriptAddress.RunSummary(script)) { IsForScript = true };
        GraphAnswer<DeviceScriptRunSummary> recorded = await client
            .SendAsync(request, response => RunSummaryJson.Read(response.Body, script), events, cancellationToken)
            .ConfigureAwait(false);
        RunSummaryComparison comparison = new()
        {
            RecordedErrorDeviceCount = recorded.Value.ErrorDeviceCount,
            RecordedErrorUserCount = recorded.Value.ErrorUserCount,
            RecordedSuccessDeviceCount = recorded.Value.SuccessDeviceCount,
            RecordedSuccessUserCount = recorded.Value.SuccessUserCount,
        };
        return await FillAsync(comparison, script, events, cancellationToken).ConfigureAwait(false);
    }

    private async Task<T> FillAsync<T>(T summary, ScriptReference script, IEngineEvents events, CancellationToken cancellationToken)
        where T : MeasuredRunSummary
    {
        DeviceStateCounts devices = await states.CountDevicesAsync(script, events, cancellationToken).ConfigureAwait(false);
        UserStateCounts users = await states.CountUsersAsync(script, events, cancellationToken).ConfigureAwait(false);
        summary.ScriptId = script.Id.ToString("D");
        summary.ScriptType = script.Type;
        summary.ScriptName = script.Name;
        summary.SuccessDeviceCount = devices.Success;
        summary.ErrorDeviceCount = devices.Error;
        summary.Pending = devices.Pending;
        summary.NotApplicable = devices.NotApplicable;
        summary.Unknown = devices.Unknown;
        summary.Total = devices.Total;
        summary.LatestState = devices.Latest;
        summary.SuccessUserCount = users.Success;
        summary.ErrorUserCount = users.Error;
        return summary;
    }
}
