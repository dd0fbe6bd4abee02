using System.Net.Http;
using System.Net.Http.Headers;
using System.Threading.Tasks;

namespace RunSummary.Benchmarks.Updates;

/// <summary>One PATCH after another over a bare client: what a loop over Invoke-MgGraphRequest comes to at its best.</summary>
internal sealed class PatchLoop(Workload workload) : IContender
{
    private readonly HttpClient _http = workload.Client();

    public string Name => "one PATCH after another, HttpClient";

    public async Task<int> UpdateAsync()
    {
        int succeeded = 0;
        foreach (string id in workload.ScriptIds)
        {
            using ByteArrayContent body = new(Workload.Body);
            body.Headers.ContentType = new MediaTypeHeaderValue("application/json");
            using HttpResponseMessage answer = await _http.PatchAsync(Workload.Path(id), body);
            await answer.Content.ReadAsByteArrayAsync();
            succeeded += answer.IsSuccessStatusCode ? 1 : 0;
        }

        return succeeded;
    }

    public void Dispose() => _http.Dispose();
}
