using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace RunSummary.Engine;

/// <summary>The four counts of a run summary; null for one that isn't supplied.</summary>
internal sealed record RunSummaryCounts(int? ErrorDeviceCount, int? ErrorUserCount, int? SuccessDeviceCount, int? SuccessUserCount)
{
    /// <summary>Makes the counts by asking for each under its property's name.</summary>
    public static RunSummaryCounts Read(Func<string, int?> read) => new(
        read(nameof(ErrorDeviceCount)),
        read(nameof(ErrorUserCount)),
        read(nameof(SuccessDeviceCount)),
        read(nameof(SuccessUserCount)));

    public static RunSummaryCounts Of(DeviceScriptRunSummary summary) => new(
        summary.ErrorDeviceCount, summary.ErrorUserCount, summary.SuccessDeviceCount, summary.SuccessUserCount);

    /// <summary>Whether none is supplied.</summary>
    public bool IsEmpty => (ErrorDeviceCount ?? ErrorUserCount ?? SuccessDeviceCount ?? SuccessUserCount) is null;

    /// <summary>Takes what isn't supplied here from others.</summary>
    public RunSummaryCounts Or(RunSummaryCounts others) => new(
        ErrorDeviceCount ?? others.ErrorDeviceCount,
        ErrorUserCount ?? others.ErrorUserCount,
        SuccessDeviceCount ?? others.SuccessDeviceCount,
        SuccessUserCount ?? others.SuccessUserCount);

    /// <summary>Keeps those counts that others supply too.</summary>
    public RunSummaryCounts Only(RunSummaryCounts others) => new(
        others.ErrorDeviceCount is null ? null : ErrorDeviceCount,
        others.ErrorUserCount is null ? null : ErrorUserCount,
        others.SuccessDeviceCount is null ? null : SuccessDeviceCount,
        others.SuccessUserCount is null ? null : SuccessUserCount);

    /// <summary>Keeps those counts that others have the same.</summary>
    public RunSummaryCounts Same(RunSummaryCounts others) => new(
        ErrorDeviceCount == others.ErrorDeviceCount ? ErrorDeviceCount : null,
        ErrorUserCount == others.ErrorUserCount ? ErrorUserCount : null,
        SuccessDeviceCount == others.SuccessDeviceCount ? SuccessDeviceCount : null,
        SuccessUserCount == others.SuccessUserCount ? SuccessUserCount : null);

    /// <summary>Gives words for a message: <c>ErrorDeviceCount = 3, SuccessDeviceCount = 412</c>.</summary>
    public override string ToString() =>
        string.Join(", ", Supplied().Select(count => $"{count.Key} = {count.Value.ToString(CultureInfo.InvariantCulture)}"));

    public IReadOnlyList<KeyValuePair<string, int>> Supplied()
    {
        List<KeyValuePair<string, int>> supplied = [];
        Add(nameof(ErrorDeviceCount), ErrorDeviceCount);
        Add(nameof(ErrorUserCount), ErrorUserCount);
        Add(nameof(SuccessDeviceCount), SuccessDeviceCount);
        Add(nameof(SuccessUserCount), SuccessUserCount);
        return supplied;

        void Add(string name, int? count)
        {
            if (count is { } value)
            {
                supplied.Add(new KeyValuePair<string, int>(name, value));
            }
        }
    }
}
