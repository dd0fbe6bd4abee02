using System;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace RunSummary.Sandbox.Service;

/// <summary>The claims of an ID token.</summary>
internal static class IdTokenClaims
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(3900);

    public static JsonObject Of(string root, UserGrant grant, DateTimeOffset now)
    {
        JsonObject claims = new()
        {
            ["aud"] = grant.Application.ClientId,
            ["iss"] = $"{root}/{SandboxTenant.Id}/v2.0",
            ["iat"] = now.ToUnixTimeSeconds(),
            ["nbf"] = now.ToUnixTimeSeconds(),
            ["exp"] = (now + Lifetime).ToUnixTimeSeconds(),
            ["name"] = grant.User.DisplayName,
            ["oid"] = grant.User.ObjectId,
            ["preferred_username"] = grant.User.UserPrincipalName,
            ["sub"] = Subject(grant),
            ["tid"] = SandboxTenant.Id,
            ["uti"] = RandomText.Of(16),
            ["ver"] = "2.0",
        };
        if (grant.Nonce is string nonce)
        {
            claims["nonce"] = nonce;
        }

        return claims;
    }

    // Differs from application to application.
    private static string Subject(UserGrant grant) =>
        Base64Url.EncodeToString(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(grant.Application.ClientId + grant.User.ObjectId)));
}
