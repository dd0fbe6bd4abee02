namespace RunSummary.Engine.Tests.Support;

/// <summary>Bodies as the service sends them.</summary>
internal static class Recorded
{
    public const string SummaryKey = "0a9c3d51-7b1e-4c55-8a3e-5d2f1e6b7c80";

    public const string Summary =
        """
        {
          "@odata.context": "https://graph.microsoft.com/v1.0/$metadata#deviceManagement/deviceShellScripts('1c5024d9-24d9-1c50-d924-501cd924501c')/runSummary/$entity",
          "@odata.type": "#microsoft.graph.deviceManagementScriptRunSummary",
          "id": "0a9c3d51-7b1e-4c55-8a3e-5d2f1e6b7c80",
          "successDeviceCount": 41,
          "errorDeviceCount": 0,
          "successUserCount": 12,
          "errorUserCount": 3
        }
        """;

    public const string Script =
        """
        {"id":"1c5024d9-24d9-1c50-d924-501cd924501c","displayName":"Install Company Portal"}
        """;

    public static string Page(string? nextLink, params string[] names)
    {
        string items = string.Join(
            ",", System.Linq.Enumerable.Select(names, name => $$"""{"id":"1c5024d9-24d9-1c50-d924-501cd924501c","displayName":"{{name}}"}"""));
        string link = nextLink is null ? "" : $"\"@odata.nextLink\":\"{nextLink}\",";
        return $"{{{link}\"value\":[{items}]}}";
    }
}
