using System;
using System.IO;
using System.Net.Http;
using System.Threading.Tasks;

namespace RunSummary.Benchmarks.RunStates;

/// <summary>
/// The least that counting can be: page after page over a bare client, each read into the same buffer and gone through once.
/// No tries, no pace, no bounds, no checks.
/// </summary>
internal sealed class BareLoop(CountedScript script) : IStateCounter
{
    // What the module asks for.
    private const string Query = "?$select=runState,lastStateUpdateDateTime&$top=999";

    private readonly HttpClient _http = script.Service.Client();
    private byte[] _page = new byte[128 * 1024];

    public string Name => "bare HttpClient and Utf8JsonReader";

    public void Prepare()
    {
        // The client stays the same.
    }

    public async Task<Tally> CountAsync()
    {
        PageCounter counter = new();
        for (string? next = script.States.AbsoluteUri + Query; next is not null;)
        {
            next = counter.Take(_page.AsSpan(0, await ReadAsync(next)));
        }

        return counter.Tally;
    }

    public void Dispose() => _http.Dispose();

    /// <summary>Reads a page into the buffer and gives its length.</summary>
    private async Task<int> ReadAsync(string address)
    {
        using HttpResponseMessage answer = await _http.GetAsync(new Uri(address), HttpCompletionOption.ResponseHeadersRead);
        answer.EnsureSuccessStatusCode();
        using Stream body = await answer.Content.ReadAsStreamAsync();
        int length = 0;
        int count;
        while ((count = await body.ReadAsync(_page.AsMemory(length))) > 0)
        {
            length += count;
            if (length == _page.Length)
            {
                Array.Resize(ref _page, length * 2);
            }
        }

        return length;
    }
}
