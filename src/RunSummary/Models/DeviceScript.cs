using System;

namespace RunSummary;

/// <summary>
/// A device management script of any family, as Microsoft Graph holds it. Properties that its family doesn't have are null.
/// Values of closed sets (<see cref="RunAsAccount"/>, <see cref="CustomAttributeType"/>) are the service's own text, so that
/// values to come are kept.
/// </summary>
public sealed class DeviceScript
{
    /// <summary>The script's id, a GUID.</summary>
    public string ScriptId { get; set; } = "";

    /// <summary>The script's family.</summary>
    public DeviceScriptType ScriptType { get; set; }

    /// <summary>The name that administrators gave the script.</summary>
    public string? DisplayName { get; set; }

    /// <summary>The description that administrators gave the script.</summary>
    public string? Description { get; set; }

    /// <summary>The script's text in base64. The service sends it for single scripts only, never in a list.</summary>
    public string? ScriptContent { get; set; }

    /// <summary>When the script was created, UTC.</summary>
    public DateTimeOffset? CreatedDateTime { get; set; }

    /// <summary>When the script was last changed, UTC.</summary>
    public DateTimeOffset? LastModifiedDateTime { get; set; }

    /// <summary>The account that the script runs under: <c>system</c> or <c>user</c>.</summary>
    public string? RunAsAccount { get; set; }

    /// <summary>The name of the script's file.</summary>
    public string? FileName { get; set; }

    /// <summary>The ids of the scope tags.</summary>
    public string[]? RoleScopeTagIds { get; set; }

    /// <summary>PowerShell: whether the script's signature is checked.</summary>
    public bool? EnforceSignatureCheck { get; set; }

    /// <summary>PowerShell: whether a 32-bit process runs the script.</summary>
    public bool? RunAs32Bit { get; set; }

    /// <summary>Shell: the time between two runs; zero for a script that runs once.</summary>
    public TimeSpan? ExecutionFrequency { get; set; }

    /// <summary>Shell: how many times a failed run is repeated.</summary>
    public int? RetryCount { get; set; }

    /// <summary>Shell: whether the device shows no notification about the run.</summary>
    public bool? BlockExecutionNotifications { get; set; }

    /// <summary>CustomAttribute: the attribute's name.</summary>
    public string? CustomAttributeName { get; set; }

    /// <summary>CustomAttribute: the attribute's type, <c>integer</c>, <c>string</c> or <c>dateTime</c>.</summary>
    public string? CustomAttributeType { get; set; }

    /// <summary>Gives the script's name, or its id where it has none.</summary>
    /// <returns>The text to show.</returns>
    public override string ToString() => string.IsNullOrWhiteSpace(DisplayName) ? ScriptId : DisplayName!;
}
