using System;

namespace RunSummary;

/// <summary>
/// What became of a script on one device (<c>microsoft.graph.deviceManagementScriptDeviceState</c>), and the script that it belongs to.
/// What the service left out is null.
/// </summary>
public sealed class DeviceScriptDeviceState
{
    /// <summary>The script's id, a GUID.</summary>
    public string ScriptId { get; set; } = "";

    /// <summary>The script's family.</summary>
    public DeviceScriptType ScriptType { get; set; }

    /// <summary>The script's name, carried over from the input; null where the input had none.</summary>
    public string? ScriptName { get; set; }

    /// <summary>The state's own key.</summary>
    public string? Id { get; set; }

    /// <summary>
    /// The service's own text: <c>unknown</c>, <c>success</c>, <c>fail</c>, <c>scriptError</c>, <c>pending</c>, <c>notApplicable</c>, or a
    /// value to come.
    /// </summary>
    public string? RunState { get; set; }

    /// <summary>What the script wrote.</summary>
    public string? ResultMessage { get; set; }

    /// <summary>When the state came in, UTC.</summary>
    public DateTimeOffset? LastStateUpdateDateTime { get; set; }

    /// <summary>The error's number, 0 for none.</summary>
    public int? ErrorCode { get; set; }

    /// <summary>The error in words.</summary>
    public string? ErrorDescription { get; set; }

    /// <summary>The managed device's id.</summary>
    public string? DeviceId { get; set; }

    /// <summary>The managed device's name.</summary>
    public string? DeviceName { get; set; }

    /// <summary>Gives the device's name and the state.</summary>
    /// <returns>The text to show.</returns>
    public override string ToString() => $"{DeviceName ?? Id}: {RunState}";
}
