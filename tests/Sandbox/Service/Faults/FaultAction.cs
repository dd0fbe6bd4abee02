using System.Threading;
using System.Threading.Tasks;

namespace RunSummary.Sandbox.Service;

/// <summary>Answers one request wrongly; <paramref name="work"/> does what the service would have done.</summary>
public delegate Task<SandboxAnswer> FaultWork(SandboxRequest request, SandboxHandler work, CancellationToken cancellationToken);

/// <summary>What goes wrong, under the name by which it is counted.</summary>
public sealed record FaultAction(string Kind, FaultWork Answer);
