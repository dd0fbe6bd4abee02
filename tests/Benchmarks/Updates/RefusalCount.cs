using System;
using System.Net;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

namespace RunSummary.Benchmarks.Updates;

/// <summary>Counts the 429s on their way in, those of single requests and those of items.</summary>
internal sealed class RefusalCount() : DelegatingHandler(new SocketsHttpHandler())
{
    private int _count;

    public int Count => Volatile.Read(ref _count);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        HttpResponseMessage answer = await base.SendAsync(request, cancellationToken);
        await answer.Content.LoadIntoBufferAsync(cancellationToken);
        byte[] body = await answer.Content.ReadAsByteArrayAsync(cancellationToken);
        int items = body.AsSpan().Count("\"status\":429"u8);
        Interlocked.Add(ref _count, items + (answer.StatusCode == HttpStatusCode.TooManyRequests ? 1 : 0));
        return answer;
    }
}
