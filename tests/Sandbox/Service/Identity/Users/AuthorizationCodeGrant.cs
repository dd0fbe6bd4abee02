using System;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace RunSummary.Sandbox.Service;

internal sealed class AuthorizationCodeGrant(AuthorizationCodes codes, ClientAuthentication clients, UserTokens tokens) : ITokenGrant
{
    public string GrantType => "authorization_code";

    public JsonObject Answer(TokenRequest request)
    {
        SandboxApplication application = clients.IdentifyForUser(request);
        string text = request.Required("code");
        AuthorizationCode code = codes.Find(text) ?? throw Refused(request, 70000, "The provided value for the 'code' parameter is not valid.");
        Check(request, application, code);
        return codes.TryRedeem(text, code)
            ? tokens.Answer(request, code.Grant)
            : throw Refused(request, 54005,
                "OAuth2 Authorization code was already redeemed, please retry with a new valid code or use an existing refresh token.");
    }

    private static void Check(TokenRequest request, SandboxApplication application, AuthorizationCode code)
    {
        if (code.Grant.Application != application)
        {
            throw Refused(request, 70000, "The provided authorization code was issued to another application.");
        }

        string redirect = request.Required("redirect_uri");
        if (redirect != code.RedirectUri)
        {
            throw Refused(request, 500112,
                $"The reply address '{redirect}' does not match the reply address '{code.RedirectUri}' provided when requesting Authorization code.");
        }

        if (Challenge(request.Required("code_verifier")) != code.Challenge)
        {
            throw Refused(request, 50148, "The code_verifier does not match the code_challenge supplied in the authorization request for PKCE.");
        }

        if (code.ExpiresOn <= DateTimeOffset.UtcNow)
        {
            throw Refused(request, 70008,
                "The provided authorization code or refresh token has expired due to inactivity. Send a new interactive authorization request for this user and resource.");
        }
    }

    private static string Challenge(string verifier) => Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(verifier)));

    private static RefusalException Refused(TokenRequest request, int code, string text) => IdentityErrors.InvalidGrant(request.Source, code, text);
}
