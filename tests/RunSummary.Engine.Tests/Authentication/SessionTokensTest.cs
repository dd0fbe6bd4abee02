using System;
using System.Threading;
using System.Threading.Tasks;
using RunSummary.Engine.Authentication;
using RunSummary.Engine.Tests.Support;
using Xunit;

namespace RunSummary.Engine.Tests.Authentication;

/// <summary>A test of a session's tokens, with a clock that it sets.</summary>
public abstract class SessionTokensTest
{
    private protected static readonly DateTimeOffset Start = new(2030, 1, 2, 3, 0, 0, TimeSpan.Zero);

    private protected DateTimeOffset Now { get; set; } = Start;

    private protected RecordedEvents Events { get; } = new();

    private protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private protected SessionTokens Of(FakeCredential credential) => new(credential, () => Now);

    /// <summary>Gives token after token, each good for so long.</summary>
    private protected FakeCredential Lasting(TimeSpan lifetime) => new((number, _) => Task.FromResult(Token(number, lifetime)));

    private protected AccessToken Token(int number, TimeSpan lifetime) => new AccessToken($"token-{number}", Now + lifetime).RenewedInTime(Now);

    private protected Task<AccessToken> GetAsync(SessionTokens tokens, Rejection? rejected = null) => tokens.GetTokenAsync(rejected, Events, Cancel);
}
