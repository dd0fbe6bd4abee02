using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using RunSummary.Engine.Authentication;

namespace RunSummary.Engine.Tests.Support;

/// <summary>A credential whose tokens a test makes, which keeps what it was asked for.</summary>
internal sealed class FakeCredential(Func<int, IEngineEvents, CancellationToken, Task<AccessToken>> acquire) : ICredential
{
    public FakeCredential(Func<int, IEngineEvents, Task<AccessToken>> acquire)
        : this((number, events, _) => acquire(number, events))
    {
    }

    private readonly Lock _gate = new();

    /// <summary>The claims of each request for a token, null where there were none.</summary>
    public List<string?> Asked { get; } = [];

    /// <summary>Whether each request for a token came while there was one that still did.</summary>
    public List<bool> AskedEarly { get; } = [];

    public AuthType AuthType => AuthType.ClientSecret;

    public string? TenantId => "contoso";

    public string? ClientId => "app";

    public bool CanRenew => true;

    public bool RunsUserCode { get; init; }

    public bool IsDisposed { get; private set; }

    public bool IsSignedOut { get; private set; }

    public Task<AccessToken> AcquireAsync(string? claims, bool isEarly, IEngineEvents events, CancellationToken cancellationToken)
    {
        int number;
        lock (_gate)
        {
            Asked.Add(claims);
            AskedEarly.Add(isEarly);
            number = Asked.Count;
        }

        return acquire(number, events, cancellationToken);
    }

    public Task SignOutAsync()
    {
        IsSignedOut = true;
        return Task.CompletedTask;
    }

    public void Dispose() => IsDisposed = true;
}
