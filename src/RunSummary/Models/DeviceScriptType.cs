namespace RunSummary;

/// <summary>The family of a device management script in Intune.</summary>
/// <remarks>Starts at 1, so that a missing value is never taken for a family.</remarks>
public enum DeviceScriptType
{
    /// <summary>A Windows PowerShell script: <c>deviceManagementScripts</c> in Microsoft Graph.</summary>
    PowerShell = 1,

    /// <summary>A macOS shell script: <c>deviceShellScripts</c> in Microsoft Graph.</summary>
    Shell = 2,

    /// <summary>A macOS custom attribute: <c>deviceCustomAttributeShellScripts</c> in Microsoft Graph.</summary>
    CustomAttribute = 3,
}
