using System;
using System.Buffers.Text;
using System.Linq;
using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace RunSummary.Sandbox.Service;

/// <summary>The claims of an application's access token for Graph.</summary>
internal static class TokenClaims
{
    private const string ServicePrincipalId = "0b1ec7ed-5a4d-4b0f-8f4e-5a4db0f00003";

    public static JsonObject Of(IssuedToken token, DateTimeOffset now) => new()
    {
        ["aud"] = token.Audience,
        ["iss"] = $"https://sts.windows.net/{SandboxTenant.Id}/",
        ["iat"] = now.ToUnixTimeSeconds(),
        ["nbf"] = now.ToUnixTimeSeconds(),
        ["exp"] = token.ExpiresOn.ToUnixTimeSeconds(),
        ["app_displayname"] = token.Application.Name,
        ["appid"] = token.Application.ClientId,
        ["appidacr"] = token.AuthenticatedBy is ClientCredentialKind.Certificate or ClientCredentialKind.Federated ? "2" : "1",
        ["idtyp"] = "app",
        ["oid"] = ServicePrincipalId,
        ["roles"] = new JsonArray([.. token.Roles.Select(role => JsonValue.Create(role))]),
        ["sub"] = ServicePrincipalId,
        ["tid"] = SandboxTenant.Id,
        ["uti"] = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16)),
        ["ver"] = "1.0",
    };
}
