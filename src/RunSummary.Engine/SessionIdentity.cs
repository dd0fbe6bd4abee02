using System;
using RunSummary.Engine.Authentication;
using RunSummary.Engine.Graph;

namespace RunSummary.Engine;

/// <summary>What a session is connected to and as whom.</summary>
internal sealed class SessionIdentity(CloudEnvironment environment, Uri endpoint, Uri authority, ITokenSource tokens, ApiVersionGate versions)
{
    public RunSummaryContext ToContext()
    {
        AccessToken? token = tokens.Latest;
        return new RunSummaryContext
        {
            Environment = environment,
            GraphEndpoint = endpoint,
            Authority = authority,
            TenantId = token?.Claims.TenantId ?? tokens.TenantId,
            ClientId = token?.Claims.ClientId ?? tokens.ClientId,
            Account = token?.Claims.Account,
            AuthType = tokens.AuthType,
            Scopes = token?.Claims.Permissions ?? [],
            ApiVersion = versions.Current,
            TokenExpiresOn = token?.ExpiresOn,
        };
    }
}
