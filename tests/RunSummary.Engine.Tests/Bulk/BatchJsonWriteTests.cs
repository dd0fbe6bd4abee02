using System;
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Text;
using System.Text.Json;
using RunSummary.Engine.Bulk;
using RunSummary.Engine.Graph;
using RunSummary.Engine.RunSummaries;
using RunSummary.Engine.Tests.Support;
using RunSummary.Errors;
using Xunit;

namespace RunSummary.Engine.Tests.Bulk;

public sealed class BatchJsonWriteTests
{
    private const string Path = $"deviceManagement/deviceShellScripts/{GraphBench.ScriptId}/runSummary";

    [Fact]
    public void A_batch_of_updates_is_written_to_the_byte()
    {
        byte[] body = Write([Update(errorDevice: 3, successDevice: 412), Update(errorUser: 0)]);

        Assert.Equal(
            "{\"requests\":["
            + $"{{\"id\":\"1\",\"method\":\"PATCH\",\"url\":\"/{Path}\",\"headers\":{{\"Content-Type\":\"application/json\"}},"
            + "\"body\":{\"@odata.type\":\"#microsoft.graph.deviceManagementScriptRunSummary\",\"errorDeviceCount\":3,\"successDeviceCount\":412}},"
            + $"{{\"id\":\"2\",\"method\":\"PATCH\",\"url\":\"/{Path}\",\"headers\":{{\"Content-Type\":\"application/json\"}},"
            + "\"body\":{\"@odata.type\":\"#microsoft.graph.deviceManagementScriptRunSummary\",\"errorUserCount\":0}}"
            + "]}",
            Encoding.UTF8.GetString(body));
    }

    [Fact]
    public void A_batch_of_reads_has_neither_bodies_nor_headers()
    {
        GraphRequest read = new(HttpMethod.Get, Path);

        byte[] body = Write([read, read]);

        Assert.Equal(
            "{\"requests\":["
            + $"{{\"id\":\"1\",\"method\":\"GET\",\"url\":\"/{Path}\"}},"
            + $"{{\"id\":\"2\",\"method\":\"GET\",\"url\":\"/{Path}\"}}"
            + "]}",
            Encoding.UTF8.GetString(body));
    }

    [Fact]
    public void Twenty_requests_have_ids_of_their_own()
    {
        byte[] body = Write([.. Enumerable.Repeat(Update(errorDevice: 1), BatchJson.MaximumItems)]);

        using JsonDocument json = JsonDocument.Parse(body);
        string?[] ids = [.. json.RootElement.GetProperty("requests").EnumerateArray().Select(item => item.GetProperty("id").GetString())];
        Assert.Equal(20, ids.Distinct(StringComparer.OrdinalIgnoreCase).Count());
    }

    private static byte[] Write(params GraphRequest[] requests)
    {
        using MemoryStream body = new();
        using (Utf8JsonWriter json = new(body))
        {
            BatchJson.Write(json, requests);
        }

        return body.ToArray();
    }

    private static GraphRequest Update(int? errorDevice = null, int? errorUser = null, int? successDevice = null)
    {
        RunSummaryUpdate update = new(GraphBench.Script, GraphBench.Counts(errorDevice, errorUser, successDevice), RunSummaryId: null);
        RunRequest request = new(update, new ErrorSubject("the script", Target: null, ErrorScope.InputObject)) { Script = update.Script };
        return RunRequests.ToAttempts(request, new RetryPolicy(0)).Request;
    }
}
