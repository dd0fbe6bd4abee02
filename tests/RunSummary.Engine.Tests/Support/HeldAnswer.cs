using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

namespace RunSummary.Engine.Tests.Support;

/// <summary>An answer that waits until the test releases it.</summary>
internal sealed class HeldAnswer(Answer answer)
{
    private readonly TaskCompletionSource _arrived = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _released = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes when the request has come.</summary>
    public Task Arrived => _arrived.Task.WaitAsync(GraphBench.Patience);

    public void Release() => _released.SetResult();

    public async Task<HttpResponseMessage> GiveAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        _arrived.SetResult();
        await _released.Task.WaitAsync(cancellationToken);
        return answer.ToMessage(request);
    }
}
