using System;
using System.Collections.Generic;

namespace RunSummary.Sandbox.Service;

/// <summary>A script of any family; what a family doesn't have isn't shown for it.</summary>
public sealed record SandboxScript
{
    public required ScriptFamily Family { get; init; }

    public required string DisplayName { get; init; }

    public Guid Id { get; init; } = Guid.NewGuid();

    public string? Description { get; init; }

    /// <summary>The text itself, not its base64.</summary>
    public string Content { get; init; } = "";

    public DateTimeOffset CreatedDateTime { get; init; } = new(2025, 1, 15, 9, 0, 0, TimeSpan.Zero);

    public DateTimeOffset LastModifiedDateTime { get; init; } = new(2025, 6, 2, 14, 30, 0, TimeSpan.Zero);

    public string RunAsAccount { get; init; } = "system";

    public string FileName { get; init; } = "script";

    public IReadOnlyList<string> RoleScopeTagIds { get; init; } = ["0"];

    public bool EnforceSignatureCheck { get; init; }

    public bool RunAs32Bit { get; init; }

    public string ExecutionFrequency { get; init; } = "PT0S";

    public int RetryCount { get; init; }

    public bool BlockExecutionNotifications { get; init; }

    public string? CustomAttributeName { get; init; }

    public string CustomAttributeType { get; init; } = "string";

    /// <summary>Its place in the list, which a page's skip token holds.</summary>
    internal long Ordinal { get; init; }

    /// <summary>What its run states agree with, whatever becomes of its summary.</summary>
    internal SummaryCounts AddedWith { get; init; } = new();
}

public sealed record SummaryCounts(int SuccessDevices = 0, int ErrorDevices = 0, int SuccessUsers = 0, int ErrorUsers = 0);

/// <summary>A script's run summary, with its own key.</summary>
public sealed record ScriptSummary(Guid Id, SummaryCounts Counts);
