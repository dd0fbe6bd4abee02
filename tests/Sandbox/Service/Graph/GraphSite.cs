using System.Threading;
using System.Threading.Tasks;

namespace RunSummary.Sandbox.Service;

/// <summary>Graph as one function from request to answer, faults included.</summary>
internal sealed class GraphSite(GraphRouter router, FaultPlan faults)
{
    private readonly SandboxHandler _work = RefusalException.Caught(router.Answer);

    public async Task<SandboxAnswer> AnswerAsync(SandboxRequest request, CancellationToken cancellationToken)
    {
        SandboxAnswer answer = await faults.ApplyAsync(request, _work, cancellationToken).ConfigureAwait(false);
        return answer.Stamped(request);
    }
}
