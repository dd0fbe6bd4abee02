namespace RunSummary;

/// <summary>
/// A script's run summary (<c>microsoft.graph.deviceManagementScriptRunSummary</c>) and the script that it belongs to.
/// A count that the service left out of its answer, and that wasn't written either, is null.
/// </summary>
public class DeviceScriptRunSummary
{
    /// <summary>The script's id, a GUID.</summary>
    public string ScriptId { get; set; } = "";

    /// <summary>The script's family.</summary>
    public DeviceScriptType ScriptType { get; set; }

    /// <summary>The script's name, carried over from the input; null where the input had none.</summary>
    public string? ScriptName { get; set; }

    /// <summary>The summary's own key. It isn't the script's id.</summary>
    public string? Id { get; set; }

    /// <summary>The number of devices on which the script failed.</summary>
    public int? ErrorDeviceCount { get; set; }

    /// <summary>The number of users for whom the script failed.</summary>
    public int? ErrorUserCount { get; set; }

    /// <summary>The number of devices on which the script succeeded.</summary>
    public int? SuccessDeviceCount { get; set; }

    /// <summary>The number of users for whom the script succeeded.</summary>
    public int? SuccessUserCount { get; set; }

    /// <summary>Gives the script's name, or its id where the name isn't known.</summary>
    /// <returns>The text to show.</returns>
    public override string ToString() => string.IsNullOrWhiteSpace(ScriptName) ? ScriptId : ScriptName!;
}
