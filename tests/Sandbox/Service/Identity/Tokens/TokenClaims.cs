using System;
using System.Buffers.Text;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace RunSummary.Sandbox.Service;

/// <summary>The claims of an access token for Graph.</summary>
internal static class TokenClaims
{
    private const string ServicePrincipalId = "0b1ec7ed-5a4d-4b0f-8f4e-5a4db0f00003";

    public static JsonObject Of(IssuedToken token, DateTimeOffset now)
    {
        JsonObject claims = new()
        {
            ["aud"] = token.Audience,
            ["iss"] = $"https://sts.windows.net/{SandboxTenant.Id}/",
            ["iat"] = now.ToUnixTimeSeconds(),
            ["nbf"] = now.ToUnixTimeSeconds(),
            ["exp"] = token.ExpiresOn.ToUnixTimeSeconds(),
            ["app_displayname"] = token.Application.Name,
            ["appid"] = token.Application.ClientId,
            ["appidacr"] = ProofOf(token),
            ["tid"] = SandboxTenant.Id,
            ["uti"] = RandomText.Of(16),
            ["ver"] = "1.0",
        };
        if (ClaimsRequest.Capabilities(token.Claims) is JsonNode capabilities)
        {
            claims["xms_cc"] = capabilities;
        }

        if (token.User is SandboxUser user)
        {
            AddUser(claims, token, user);
        }
        else
        {
            AddApplication(claims, token);
        }

        return claims;
    }

    private static string ProofOf(IssuedToken token) => token.AuthenticatedBy switch
    {
        _ when token.Machine is not null => "2",
        ClientCredentialKind.Certificate or ClientCredentialKind.Federated => "2",
        ClientCredentialKind.None when token.User is not null => "0",
        _ => "1",
    };

    private static void AddApplication(JsonObject claims, IssuedToken token)
    {
        claims["idtyp"] = "app";
        claims["oid"] = token.Machine?.ObjectId ?? ServicePrincipalId;
        claims["sub"] = token.Machine?.ObjectId ?? ServicePrincipalId;
        claims["roles"] = new JsonArray([.. token.Roles.Select(role => JsonValue.Create(role))]);
        if (token.Machine is ManagedIdentity machine)
        {
            claims["xms_mirid"] = machine.ResourceId;
        }
    }

    private static void AddUser(JsonObject claims, IssuedToken token, SandboxUser user)
    {
        claims["idtyp"] = "user";
        claims["acr"] = "1";
        claims["amr"] = new JsonArray("pwd", "mfa");
        claims["name"] = user.DisplayName;
        claims["oid"] = user.ObjectId;
        claims["sub"] = Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(user.ObjectId)));
        claims["scp"] = string.Join(' ', token.Scopes);
        claims["unique_name"] = user.UserPrincipalName;
        claims["upn"] = user.UserPrincipalName;
    }
}
