using System.Text.Json.Nodes;

namespace RunSummary.Sandbox.Service;

internal sealed class DeviceCodeGrant(string grantType, SandboxIdentity identity, ClientAuthentication clients, UserTokens tokens) : ITokenGrant
{
    public const string ShortGrantType = "device_code";
    public const string StandardGrantType = "urn:ietf:params:oauth:grant-type:device_code";

    /// <summary>MSAL uses the short name.</summary>
    public string GrantType { get; } = grantType;

    public JsonObject Answer(TokenRequest request)
    {
        SandboxApplication application = clients.IdentifyForUser(request);
        DeviceCode? code = identity.DeviceCodes.Find(request.Required("device_code"));
        if (code is null || code.Application != application)
        {
            throw Refused(request, "bad_verification_code", 70018,
                "Invalid verification code due to user typing in wrong user code for device code flow. Authorization is not approved.");
        }

        return identity.DeviceCodes.Poll(code) switch
        {
            DeviceCodeState.Approved => tokens.Answer(request, Grant(code)),
            DeviceCodeState.Pending => throw Refused(request, "authorization_pending", 70016,
                "OAuth 2.0 device flow error. Authorization is pending. Continue polling."),
            DeviceCodeState.Declined => throw Refused(request, "authorization_declined", 70020, "The end user denied the authorization request."),
            DeviceCodeState.Expired => throw Refused(request, "expired_token", 70019, "Verification code expired. Have the user retry the sign-in."),
            DeviceCodeState.Redeemed => throw Refused(request, "invalid_grant", 54005,
                "OAuth2 Authorization code was already redeemed, please retry with a new valid code or use an existing refresh token."),
            _ => throw Refused(request, "slow_down", 70017, "The client polls too often. Wait five seconds longer between two polls."),
        };
    }

    private UserGrant Grant(DeviceCode code) => new(code.Application, code.User ?? identity.Users.Default, code.Scopes) { Claims = code.Claims };

    private static RefusalException Refused(TokenRequest request, string error, int code, string text) =>
        IdentityErrors.Of(request.Source, 400, error, code, text);
}
