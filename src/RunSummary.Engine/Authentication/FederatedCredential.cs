using System;
using System.IO;
using System.Net;
using System.Security;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Identity.Client;
using RunSummary.Engine.Graph;
using RunSummary.Errors;
using RunSummary.Resources;

namespace RunSummary.Engine.Authentication;

/// <summary>An application that another service vouches for: each request for a token carries a fresh assertion of that service.</summary>
internal sealed class FederatedCredential : ApplicationCredential
{
    // MSAL asks for the assertion in the midst of its work, where nobody may wait for a pipeline thread: it is at hand by then.
    private static readonly AsyncLocal<string?> AtHand = new();

    private readonly Func<IEngineEvents, CancellationToken, Task<string>> _getAssertion;

    public FederatedCredential(FederatedTokenFileSignIn signIn, SignInService service)
        : this(signIn.TenantId, signIn.ClientId, service, (_, _) => Task.FromResult(Read(signIn.Path)))
    {
    }

    public FederatedCredential(FederatedTokenScriptSignIn signIn, SignInService service)
        : this(signIn.TenantId, signIn.ClientId, service, (events, cancel) => events.RunOnPipelineAsync(() => Open(signIn.GetToken()), cancel)) =>
        RunsUserCode = true;

    private FederatedCredential(
        string tenantId, string clientId, SignInService service, Func<IEngineEvents, CancellationToken, Task<string>> getAssertion)
        : base(tenantId, clientId, service, builder => builder.WithClientAssertion((AssertionRequestOptions _) => Task.FromResult(AtHand.Value!))) =>
        _getAssertion = getAssertion;

    public override AuthType AuthType => AuthType.FederatedToken;

    public override bool RunsUserCode { get; }

    public override async Task<AccessToken> AcquireAsync(string? claims, bool isEarly, IEngineEvents events, CancellationToken cancellationToken)
    {
        AtHand.Value = await _getAssertion(events, cancellationToken).ConfigureAwait(false);
        return await base.AcquireAsync(claims, isEarly, events, cancellationToken).ConfigureAwait(false);
    }

    public static FailureException Unreadable(string why) => Fail(Strings.AssertionUnreadable.With(PlainText.OneLine(why, GraphError.ShownCharacters)));

    private static string Open(SecureString secure) => NotEmpty(new NetworkCredential("", secure).Password);

    private static string Read(string path)
    {
        try
        {
            return NotEmpty(File.ReadAllText(path));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw Unreadable(exception.Message);
        }
    }

    private static string NotEmpty(string assertion) => assertion.Trim() is { Length: > 0 } text ? text : throw Fail(Strings.AssertionEmpty);

    private static FailureException Fail(string detail) => new(new Failure(ErrorId.AuthenticationFailed, detail) { IsOfCaller = true });
}
