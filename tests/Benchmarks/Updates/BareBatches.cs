using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Threading.Tasks;

namespace RunSummary.Benchmarks.Updates;

/// <summary>
/// The least that a batching client can be: so many batches of 20 in flight, items that failed for now sent again.
/// No order, no pace, no errors, no objects.
/// </summary>
internal sealed class BareBatches(Workload workload, int inFlight) : IContender
{
    private const int BatchSize = 20;

    private readonly HttpClient _http = workload.Client();

    public string Name => $"bare $batch client, {inFlight} in flight";

    public async Task<int> UpdateAsync()
    {
        ConcurrentQueue<string> waiting = new(workload.ScriptIds);
        int[] succeeded = await Task.WhenAll(Enumerable.Range(0, inFlight).Select(_ => Task.Run(() => SendAllAsync(waiting))));
        return succeeded.Sum();
    }

    public void Dispose() => _http.Dispose();

    private async Task<int> SendAllAsync(ConcurrentQueue<string> waiting)
    {
        int succeeded = 0;
        List<string> batch = new(BatchSize);
        while (true)
        {
            batch.Clear();
            while (batch.Count < BatchSize && waiting.TryDequeue(out string? id))
            {
                batch.Add(id);
            }

            if (batch.Count == 0)
            {
                return succeeded;
            }

            succeeded += await SendAsync(batch, waiting);
        }
    }

    private async Task<int> SendAsync(List<string> batch, ConcurrentQueue<string> waiting)
    {
        using ByteArrayContent content = new(Write(batch));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using HttpResponseMessage answer = await _http.PostAsync("$batch", content);
        answer.EnsureSuccessStatusCode();
        using JsonDocument json = JsonDocument.Parse(await answer.Content.ReadAsByteArrayAsync());
        int succeeded = 0;
        TimeSpan wait = TimeSpan.Zero;
        foreach (JsonElement item in json.RootElement.GetProperty("responses").EnumerateArray())
        {
            int status = item.GetProperty("status").GetInt32();
            if (status is 429 or >= 500)
            {
                waiting.Enqueue(batch[int.Parse(item.GetProperty("id").GetString()!, CultureInfo.InvariantCulture)]);
                wait = RetryAfter(item) is { } asked && asked > wait ? asked : wait;
            }

            succeeded += status is >= 200 and < 300 ? 1 : 0;
        }

        await Task.Delay(wait);
        return succeeded;
    }

    private static TimeSpan? RetryAfter(JsonElement item) =>
        item.TryGetProperty("headers", out JsonElement headers)
        && headers.TryGetProperty("Retry-After", out JsonElement wait)
        && int.TryParse(wait.GetString(), CultureInfo.InvariantCulture, out int seconds)
            ? TimeSpan.FromSeconds(seconds)
            : null;

    private static byte[] Write(List<string> batch)
    {
        using MemoryStream body = new();
        using (Utf8JsonWriter json = new(body))
        {
            json.WriteStartObject();
            json.WriteStartArray("requests");
            for (int index = 0; index < batch.Count; index++)
            {
                json.WriteStartObject();
                json.WriteString("id", index.ToString(CultureInfo.InvariantCulture));
                json.WriteString("method", "PATCH");
                json.WriteString("url", "/" + Workload.Path(batch[index]));
                json.WriteStartObject("headers");
                json.WriteString("Content-Type", "application/json");
                json.WriteEndObject();
                json.WritePropertyName("body");
                json.WriteRawValue(Workload.Body, skipInputValidation: true);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return body.ToArray();
    }
}
