using System;
using System.Threading.Tasks;

namespace RunSummary.Sandbox.Service;

/// <summary>Ends the work on a request with an error answer.</summary>
internal sealed class RefusalException(SandboxAnswer answer) : Exception
{
    public SandboxAnswer Answer { get; } = answer;

    /// <summary>Work that may refuse, as a handler that answers instead.</summary>
    public static SandboxHandler Caught(Func<SandboxRequest, SandboxAnswer> work) => (request, _) =>
    {
        try
        {
            return Task.FromResult(work(request));
        }
        catch (RefusalException refusal)
        {
            return Task.FromResult(refusal.Answer);
        }
    };

    public static SandboxHandler Caught(SandboxHandler work) => async (request, cancellationToken) =>
    {
        try
        {
            return await work(request, cancellationToken).ConfigureAwait(false);
        }
        catch (RefusalException refusal)
        {
            return refusal.Answer;
        }
    };
}
