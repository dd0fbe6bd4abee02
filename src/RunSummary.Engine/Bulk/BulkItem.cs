using System;
using RunSummary.Engine.Graph;
using RunSummary.Engine.RunSummaries;

namespace RunSummary.Engine.Bulk;

/// <summary>A request of a run on its way.</summary>
internal sealed class BulkItem(long index, RunRequest request, RetryPolicy retries, TimeSpan addedAt)
{
    // Made when they are sent, so that what waits takes little memory.
    private Attempts<DeviceScriptRunSummary>? _attempts;
    private Attempts<DeviceScriptRunSummary>? _beforeAttempts;

    /// <summary>Its place in the order of the run.</summary>
    public long Index { get; } = index;

    public RunRequest Request { get; } = request;

    /// <summary>The request itself.</summary>
    public Attempts<DeviceScriptRunSummary> Attempts => _attempts ??= RunRequests.ToAttempts(Request, retries);

    /// <summary>The read before a write that wants to know what it replaces.</summary>
    public Attempts<DeviceScriptRunSummary> BeforeAttempts => _beforeAttempts ??= RunRequests.ToAttempts(Request with { Update = null }, retries);

    /// <summary>What the service held before the write; null until it was read.</summary>
    public DeviceScriptRunSummary? Before { get; set; }

    /// <summary>Whether the journal says that it is about to be sent.</summary>
    public bool IsInJournal { get; set; }

    public TimeSpan AddedAt { get; } = addedAt;

    /// <summary>When it may be sent again.</summary>
    public TimeSpan ReadyAt { get; set; }

    public Guid Key => Request.Script!.Id;

    public bool IsAlone => _attempts is { IsAlone: true } || _beforeAttempts is { IsAlone: true };
}
