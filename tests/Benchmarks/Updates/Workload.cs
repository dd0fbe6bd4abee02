using System;
using System.Collections.Generic;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Threading.Tasks;

namespace RunSummary.Benchmarks.Updates;

/// <summary>What all contenders do: write the same counts for the same scripts, with the same token, to the same service.</summary>
internal sealed record Workload(Uri Endpoint, string AccessToken, IReadOnlyList<string> ScriptIds)
{
    public const int ErrorDevices = 3;
    public const int SuccessDevices = 412;
    public const string Family = "Shell";

    private const string Segment = "deviceManagement/deviceShellScripts";

    /// <summary>The body of each update.</summary>
    public static byte[] Body { get; } = JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, object>
    {
        ["@odata.type"] = "#microsoft.graph.deviceManagementScriptRunSummary",
        ["errorDeviceCount"] = ErrorDevices,
        ["successDeviceCount"] = SuccessDevices,
    });

    public Uri Version { get; } = new(Endpoint, "v1.0/");

    /// <summary>Finds the scripts to update.</summary>
    public static async Task<Workload> ListAsync(SandboxProcess sandbox, int count)
    {
        Workload service = new(sandbox.Endpoint, sandbox.AccessToken, []);
        using HttpClient http = service.Client();
        List<string> ids = [];
        for (string? page = Segment; page is not null && ids.Count < count;)
        {
            JsonElement list = await http.GetFromJsonAsync<JsonElement>(new Uri(service.Version, page));
            foreach (JsonElement script in list.GetProperty("value").EnumerateArray())
            {
                ids.Add(script.GetProperty("id").GetString()!);
            }

            page = list.TryGetProperty("@odata.nextLink", out JsonElement next) ? next.GetString() : null;
        }

        return ids.Count >= count
            ? service with { ScriptIds = ids[..count] }
            : throw new InvalidOperationException($"The sandbox has {ids.Count} scripts, not {count}.");
    }

    public static string Path(string scriptId) => $"{Segment}/{scriptId}/runSummary";

    /// <summary>A client with the platform's defaults and the token.</summary>
    public HttpClient Client()
    {
        HttpClient client = new() { BaseAddress = Version };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", AccessToken);
        return client;
    }
}
