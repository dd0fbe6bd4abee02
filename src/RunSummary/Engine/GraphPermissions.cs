namespace RunSummary.Engine;

/// <summary>The permissions of Microsoft Graph that the module needs.</summary>
internal static class GraphPermissions
{
    public const string Read = "DeviceManagementScripts.Read.All";
    public const string ReadWrite = "DeviceManagementScripts.ReadWrite.All";
}
