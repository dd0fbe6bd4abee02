using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using RunSummary.Engine.Authentication;
using RunSummary.Errors;

namespace RunSummary.Engine.Tests.Support;

/// <summary>Gives tokens in their order, the last one again and again, and keeps what it was told.</summary>
internal sealed class FakeTokens(params string[] values) : ITokenSource
{
    private readonly Lock _gate = new();
    private readonly Queue<string> _values = new(values);

    public AuthType AuthType => AuthType.ClientSecret;

    public string? TenantId { get; init; }

    public string? ClientId { get; init; }

    public AccessToken? Latest { get; private set; }

    public bool CanRenew { get; init; } = true;

    public bool IsDisposed { get; private set; }

    /// <summary>The tokens that were passed as refused, null where there was none.</summary>
    public List<string?> Rejected { get; } = [];

    /// <summary>The claims that came with them.</summary>
    public List<string?> Claims { get; } = [];

    /// <summary>After so many tokens the sign-in fails.</summary>
    public int FailsAfter { get; init; } = int.MaxValue;

    /// <summary>So many times.</summary>
    public int FailsTimes { get; init; } = int.MaxValue;

    public ErrorId FailsWith { get; init; } = ErrorId.AuthenticationFailed;

    public Task<AccessToken> GetTokenAsync(Rejection? rejected, IEngineEvents events, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            Rejected.Add(rejected?.Token.Value);
            Claims.Add(rejected?.Claims);
            if (Rejected.Count > FailsAfter && Rejected.Count - FailsAfter <= FailsTimes)
            {
                throw new FailureException(FailsWith, "No token today.");
            }

            Latest = new AccessToken(_values.Count > 1 ? _values.Dequeue() : _values.Peek());
            return Task.FromResult(Latest);
        }
    }

    public Task SignOutAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => IsDisposed = true;
}
