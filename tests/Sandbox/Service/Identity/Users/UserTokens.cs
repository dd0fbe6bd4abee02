using System;
using System.Buffers.Text;
using System.Text;
using System.Text.Json.Nodes;

namespace RunSummary.Sandbox.Service;

/// <summary>What a user's sign-in ends in, however it was done.</summary>
internal sealed class UserTokens(SandboxIdentity identity, TokenIssuer tokens)
{
    public JsonObject Answer(TokenRequest request, UserGrant grant)
    {
        request.UserName = grant.User.UserPrincipalName;
        JsonObject? claims = request.Claims ?? grant.Claims;
        CheckUser(request.Source, grant);
        identity.CheckClaims(request.Source, claims, grant.Scopes.Resource);
        IssuedToken token = new(grant.Scopes.Resource, grant.Application, tokens.NextExpiry)
        {
            User = grant.User,
            Scopes = identity.GrantedScopes,
            AuthenticatedBy = request.Credential,
            Claims = claims,
        };
        JsonObject answer = TokenAnswer.Of(tokens.IssueByEndpoint(token), tokens.Lifetime, identity.RefreshIn);
        AddForUser(answer, request, grant);
        return answer;
    }

    /// <summary>Who the user is, as MSAL wants it beside the tokens.</summary>
    public static string ClientInfo(SandboxUser user) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(
        new JsonObject { ["uid"] = user.ObjectId, ["utid"] = SandboxTenant.Id }.ToJsonString()));

    private void AddForUser(JsonObject answer, TokenRequest request, UserGrant grant)
    {
        answer["scope"] = grant.Scopes.Answered(identity.GrantedScopes);
        if (grant.Scopes.WantsIdToken)
        {
            answer["id_token"] = JsonWebToken.Sign(IdTokenClaims.Of(request.Source.Root, grant, DateTimeOffset.UtcNow));
        }

        if (grant.Scopes.WantsRefreshToken)
        {
            answer["refresh_token"] = identity.RefreshTokens.Issue(grant);
        }

        if (request["client_info"] == "1")
        {
            answer["client_info"] = ClientInfo(grant.User);
        }
    }

    private void CheckUser(SandboxRequest source, UserGrant grant)
    {
        if (identity.Users.Known(grant.User) is null)
        {
            throw IdentityErrors.InvalidGrant(source, 50034, UserTexts.Unknown(grant.User.UserPrincipalName));
        }

        if (identity.ConsentIsMissing || !grant.Scopes.IsCoveredBy(identity.GrantedScopes))
        {
            throw IdentityErrors.InvalidGrant(source, 65001, UserTexts.NoConsent(grant.Application), "consent_required");
        }
    }
}
