using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Management.Automation;
using RunSummary.Errors;
using RunSummary.Resources;

namespace RunSummary.Commands;

/// <summary>What a run has come to so far, shown as progress while it lasts and as one warning at its end.</summary>
/// <param name="activity">What goes on.</param>
/// <param name="timeFor">The least time that a number of requests takes within the session's limit.</param>
internal sealed class RunProgress(string activity, Func<int, TimeSpan> timeFor)
{
    /// <summary>The least time between two records.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(250);

    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private readonly SortedDictionary<string, int> _failures = new(StringComparer.Ordinal);
    private readonly int _id = Guid.NewGuid().GetHashCode() & int.MaxValue;
    private TimeSpan _shownAt;
    private DateTime? _waitsUntil;
    private bool _isShown;
    private int _done;

    /// <summary>How many requests there are in all; null while the input goes on.</summary>
    public int? Total { get; set; }

    /// <summary>How many run states were read, where the command reads some.</summary>
    public long StatesRead { get; set; }

    private bool IsWaiting => _waitsUntil > DateTime.Now;

    private int Failed => _failures.Values.Sum();

    public void Finished(Failure? failure)
    {
        _done++;
        if (failure is not null)
        {
            _failures.TryGetValue(failure.Id.ToString(), out int count);
            _failures[failure.Id.ToString()] = count + 1;
        }
    }

    public void Waits(TimeSpan time) => _waitsUntil = DateTime.Now + time;

    /// <summary>Shows how it stands, but not too often.</summary>
    public void Show(PSCmdlet cmdlet)
    {
        // While it waits, nothing may come for long that would show the last of what was done.
        if (!IsWaiting && _watch.Elapsed - _shownAt < Interval)
        {
            return;
        }

        _shownAt = _watch.Elapsed;
        _isShown = true;
        cmdlet.WriteProgress(ToRecord());
    }

    /// <summary>Takes the progress away, and warns where some of several requests failed.</summary>
    public void End(PSCmdlet cmdlet)
    {
        if (_isShown)
        {
            cmdlet.WriteProgress(new ProgressRecord(_id, activity, " ") { RecordType = ProgressRecordType.Completed });
        }

        if (_done > 1 && Failed > 0)
        {
            string counts = string.Join(", ", _failures.Select(failure => Strings.RunFailureCount.With(failure.Value, failure.Key)));
            cmdlet.WriteWarning(Strings.RunFailures.With(Failed, _done, counts));
        }
    }

    private int SecondsFor(int count, double rate) =>
        (int)Math.Min(Math.Max(count / rate, timeFor(count).TotalSeconds), int.MaxValue);

    private ProgressRecord ToRecord()
    {
        double rate = _done / Math.Max(_watch.Elapsed.TotalSeconds, 0.001);
        string status = Total is { } total
            ? Strings.ProgressOfTotal.With(_done, total, Failed, rate)
            : Strings.ProgressStatus.With(_done, Failed, rate);
        return new ProgressRecord(_id, activity, IsWaiting ? $"{status}, {Strings.ProgressWaiting.With(_waitsUntil)}" : status)
        {
            PercentComplete = Total > 0 ? _done * 100 / Total.Value : -1,
            CurrentOperation = StatesRead > 0 ? Strings.ProgressStates.With(StatesRead) : null,
            SecondsRemaining = Total is { } all && rate > 0 ? SecondsFor(all - _done, rate) : -1,
        };
    }
}
