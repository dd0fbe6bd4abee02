using System;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Net.Mime;
using System.Text;
using System.Threading.Tasks;
using Microsoft.Graph;
using Microsoft.Identity.Client;
using RunSummary.Benchmarks.Updates;

namespace RunSummary.Benchmarks.ColdStart;

/// <summary>The short run as a C# program with the libraries alone: no errors, no retries, no objects.</summary>
internal static class ProgramChild
{
    public const string Verb = "short-run-program";
    public const string EmptyVerb = "short-run-nothing";

    public static async Task RunAsync(ShortRun run)
    {
        IConfidentialClientApplication application = ConfidentialClientApplicationBuilder
            .Create(ShortRun.ClientId)
            .WithClientSecret(ShortRun.ClientSecret)
            .WithAuthority(new Uri(run.Authority, run.TenantId), validateAuthority: false)
            .WithInstanceDiscovery(false)
            .Build();
        AuthenticationResult signedIn = await application
            .AcquireTokenForClient(["https://graph.microsoft.com/.default"])
            .ExecuteAsync();

        using HttpClient http = GraphClientFactory.Create();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", signedIn.AccessToken);
        string counts = $$"""
            {"@odata.type":"#microsoft.graph.deviceManagementScriptRunSummary","errorDeviceCount":{{Workload.ErrorDevices}},"successDeviceCount":{{Workload.SuccessDevices}}}
            """;
        using StringContent body = new(counts, Encoding.UTF8, MediaTypeNames.Application.Json);
        using HttpResponseMessage answer = await http.PatchAsync(new Uri(run.Graph, "v1.0/" + Workload.Path(run.ScriptId)), body);
        answer.EnsureSuccessStatusCode();
    }
}
