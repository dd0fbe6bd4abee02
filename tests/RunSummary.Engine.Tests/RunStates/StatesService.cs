using System;
using System.Collections.Concurrent;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using RunSummary.Engine.Tests.Support;

namespace RunSummary.Engine.Tests.RunStates;

/// <summary>Answers for each script by the number that its id begins with: devices, users and the recorded summary.</summary>
internal sealed class StatesService(Func<int, string, Task<Answer>> answer) : HttpMessageHandler
{
    private int _inFlight;

    public ConcurrentQueue<int> Begun { get; } = new();

    /// <summary>The largest number of requests that waited for their answers at one time.</summary>
    public int PeakInFlight { get; private set; }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        string[] segments = request.RequestUri!.AbsolutePath.Split('/');
        int number = new Guid(segments[^2]).ToByteArray()[0] - 1;
        Begun.Enqueue(number);
        PeakInFlight = Math.Max(PeakInFlight, Interlocked.Increment(ref _inFlight));
        try
        {
            return (await answer(number, segments[^1])).ToMessage(request);
        }
        finally
        {
            Interlocked.Decrement(ref _inFlight);
        }
    }
}
