using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Threading.Tasks;
using Microsoft.Graph;
using Microsoft.Graph.Core.Requests;
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Authentication;

namespace RunSummary.Benchmarks.Updates;

/// <summary>Microsoft.Graph.Core's batches as its documentation uses them: it cuts them to 20 and sends one after another.</summary>
internal sealed class GraphCoreBatches : IContender
{
    private readonly Workload _workload;
    private readonly HttpClient _http;
    private readonly BaseGraphRequestAdapter _adapter;

    public GraphCoreBatches(Workload workload)
    {
        _workload = workload;
        _http = GraphClientFactory.Create();
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", workload.AccessToken);
        _adapter = new BaseGraphRequestAdapter(new AnonymousAuthenticationProvider(), httpClient: _http)
        {
            BaseUrl = workload.Version.AbsoluteUri.TrimEnd('/'),
        };
    }

    public string Name => "Microsoft.Graph.Core, batch after batch";

    public async Task<int> UpdateAsync()
    {
        BatchRequestContentCollection batches = new(_adapter);
        foreach (string id in _workload.ScriptIds)
        {
            RequestInformation request = new() { HttpMethod = Method.PATCH, URI = new Uri(_workload.Version, Workload.Path(id)) };
            request.SetStreamContent(new MemoryStream(Workload.Body, writable: false), "application/json");
            await batches.AddBatchRequestStepAsync(request);
        }

        BatchResponseContentCollection answers = await new BatchRequestBuilder(_adapter).PostAsync(batches);
        Dictionary<string, HttpStatusCode> statuses = await answers.GetResponsesStatusCodesAsync();
        return statuses.Values.Count(BatchResponseContent.IsSuccessStatusCode);
    }

    public void Dispose()
    {
        _adapter.Dispose();
        _http.Dispose();
    }
}
