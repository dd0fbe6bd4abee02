using System.Threading;
using System.Threading.Tasks;

namespace RunSummary.Sandbox.Service;

/// <summary>Graph as one function from request to answer, faults included; a batch's items come through it one by one.</summary>
internal sealed class GraphSite(GraphRouter router, FaultPlan faults, GraphBatch batch)
{
    private readonly SandboxHandler _work = RefusalException.Caught(router.Answer);

    public async Task<SandboxAnswer> AnswerAsync(SandboxRequest request, CancellationToken cancellationToken)
    {
        SandboxHandler work = request.IsEnvelope ? batch.Open(request, AnswerAsync) : _work;
        SandboxAnswer answer = await faults.ApplyAsync(request, work, cancellationToken).ConfigureAwait(false);
        return answer.Stamped(request);
    }
}
