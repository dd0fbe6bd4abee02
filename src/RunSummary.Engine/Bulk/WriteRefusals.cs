using System.Collections.Generic;
using System.Linq;
using RunSummary.Engine.Graph;
using RunSummary.Errors;

namespace RunSummary.Engine.Bulk;

/// <summary>
/// What a session has learned can't be written: a family whose summaries the service doesn't let be updated, or anything at all
/// where it denied a whole batch. Further writes get the same failure unsent.
/// </summary>
internal sealed class WriteRefusals
{
    private readonly object _gate = new();
    private readonly Dictionary<DeviceScriptType, Failure> _families = [];
    private Failure? _all;

    /// <summary>Gives the failure of a write that needn't be sent; null for one that may be.</summary>
    public Failure? Of(BulkItem item)
    {
        RunRequest request = item.Request;

        // What is to be put back may be there already, since its write was refused: that must be read first.
        bool mayBeThere = request.Expected is not null && item.Before is null;
        lock (_gate)
        {
            return request.Update is null || mayBeThere ? null : _all ?? (_families.TryGetValue(request.Script!.Type, out Failure? failure) ? failure : null);
        }
    }

    public void Learn(IReadOnlyList<BulkItem> group, IReadOnlyList<AttemptResult<DeviceScriptRunSummary>> results)
    {
        lock (_gate)
        {
            for (int index = 0; index < group.Count; index++)
            {
                if (group[index].Request.Update is not null && results[index].Failure is { Id: ErrorId.UpdateNotSupported } failure)
                {
                    _families[group[index].Request.Script!.Type] = Unsent(failure);
                }
            }

            bool isAllDenied = group.Count > 1 && group[0].Request.Update is not null
                && results.All(result => result.Failure is { Id: ErrorId.PermissionDenied });
            _all = isAllDenied ? Unsent(results[0].Failure!) : _all;
        }
    }

    private static Failure Unsent(Failure failure) => failure with { Http = failure.Http! with { Attempts = 0 } };
}
