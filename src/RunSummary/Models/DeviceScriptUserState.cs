namespace RunSummary;

/// <summary>
/// How a script did on the devices of one user (<c>microsoft.graph.deviceManagementScriptUserState</c>), and the script that it belongs to.
/// What the service left out is null.
/// </summary>
public sealed class DeviceScriptUserState
{
    /// <summary>The script's id, a GUID.</summary>
    public string ScriptId { get; set; } = "";

    /// <summary>The script's family.</summary>
    public DeviceScriptType ScriptType { get; set; }

    /// <summary>The script's name, carried over from the input; null where the input had none.</summary>
    public string? ScriptName { get; set; }

    /// <summary>The state's own key.</summary>
    public string? Id { get; set; }

    /// <summary>The user's sign-in name.</summary>
    public string? UserPrincipalName { get; set; }

    /// <summary>On how many of the user's devices the script succeeded.</summary>
    public int? SuccessDeviceCount { get; set; }

    /// <summary>On how many of the user's devices the script failed.</summary>
    public int? ErrorDeviceCount { get; set; }

    /// <summary>Gives the user's name.</summary>
    /// <returns>The text to show.</returns>
    public override string ToString() => UserPrincipalName ?? Id ?? "";
}
