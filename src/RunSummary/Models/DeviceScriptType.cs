namespace RunSummary;

/// <summary>The family of a device management script in Intune.</summary>
/// <remarks>
/// No value is 0, so that a missing one is never taken for a family, nor the sum of others, so that a list of names isn't either.
/// </remarks>
public enum DeviceScriptType
{
    /// <summary>A Windows PowerShell script: <c>deviceManagementScripts</c> in Microsoft Graph.</summary>
    PowerShell = 1,

    /// <summary>A macOS shell script: <c>deviceShellScripts</c> in Microsoft Graph.</summary>
    Shell = 2,

    /// <summary>A macOS custom attribute: <c>deviceCustomAttributeShellScripts</c> in Microsoft Graph.</summary>
    CustomAttribute = 4,
}
