using System.Threading;
using System.Threading.Tasks;
using Microsoft.Identity.Client;
using RunSummary.Engine.Graph;
using RunSummary.Errors;
using RunSummary.Resources;

namespace RunSummary.Engine.Authentication;

/// <summary>A person who enters a code in a browser on any machine.</summary>
internal sealed class DeviceCodeCredential(DeviceCodeSignIn signIn, SignInService service) : UserCredential(signIn, service)
{
    public override AuthType AuthType => AuthType.DeviceCode;

    protected override async Task<AuthenticationResult> AskAsync(
        IPublicClientApplication application, string[] scopes, IEngineEvents events, CancellationToken cancellationToken)
    {
        try
        {
            return await application.AcquireTokenWithDeviceCode(scopes, code => Show(code, events)).ExecuteAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (MsalException exception) when (exception.ErrorCode is MsalError.CodeExpired or "expired_token")
        {
            throw new FailureException(ErrorId.InteractionRequired, Strings.InteractionRequired_Code);
        }
    }

    // Warnings are what consoles and the jobs of Azure Automation show alike.
    private static Task Show(DeviceCodeResult code, IEngineEvents events)
    {
        events.Warning(PlainText.OneLine(code.Message, GraphError.ShownCharacters));
        return Task.CompletedTask;
    }
}
