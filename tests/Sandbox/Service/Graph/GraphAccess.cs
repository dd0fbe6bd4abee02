using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace RunSummary.Sandbox.Service;

/// <summary>Who may ask, and for what.</summary>
internal sealed class GraphAccess(TokenIssuer tokens)
{
    private const string Challenge =
        "Bearer realm=\"\", authorization_uri=\"https://login.microsoftonline.com/common/oauth2/authorize\", client_id=\"00000003-0000-0000-c000-000000000000\"";

    private const string Revoked =
        "Continuous access evaluation resulted in challenge with result: InteractionRequired and code: TokenIssuedBeforeRevocationTimestamp";

    private static readonly string[] Write = ["DeviceManagementScripts.ReadWrite.All", "DeviceManagementConfiguration.ReadWrite.All"];
    private static readonly string[] Read = ["DeviceManagementScripts.Read.All", "DeviceManagementConfiguration.Read.All", .. Write];

    private static readonly HashSet<string> Audiences = new(StringComparer.OrdinalIgnoreCase)
    {
        "00000003-0000-0000-c000-000000000000",
        "https://graph.microsoft.com",
        "https://graph.microsoft.us",
        "https://dod-graph.microsoft.us",
        "https://microsoftgraph.chinacloudapi.cn",
    };

    public IssuedToken Authenticate(SandboxRequest request)
    {
        IssuedToken token = request.Token = request.Envelope?.Token ?? Known(request);
        if (token.Revoked || token.ExpiresOn <= DateTimeOffset.UtcNow)
        {
            throw new RefusalException(ExpiredToken());
        }

        // A batch was let in as a whole.
        if (!request.InBatch && tokens.MissingClaims(token) is string claims)
        {
            throw new RefusalException(ClaimsChallenge(claims));
        }

        return Audiences.Contains(token.Audience) ? token : throw Refused("Access token validation failure. Invalid audience.");
    }

    private IssuedToken Known(SandboxRequest request)
    {
        string[] parts = (request.Header("Authorization") ?? "").Split(' ', 2, StringSplitOptions.TrimEntries);
        if (parts.Length < 2 || parts[1].Length == 0 || !parts[0].Equals("Bearer", StringComparison.OrdinalIgnoreCase))
        {
            throw Refused("Access token is empty.");
        }

        return tokens.Find(parts[1]) ?? throw Refused("CompactToken parsing failed with error code: 80049217");
    }

    public static void Demand(IssuedToken token, SandboxRequest request)
    {
        string[] accepted = request.Method == "GET" ? Read : Write;
        if (!token.Roles.Concat(token.Scopes).Any(role => accepted.Contains(role, StringComparer.OrdinalIgnoreCase)))
        {
            string named = string.Join(", ", accepted.Where(role => role.StartsWith("DeviceManagementScripts", StringComparison.Ordinal)));
            throw new RefusalException(IntuneErrors.Of(request, 403, "Forbidden",
                $"Application is not authorized to perform this operation. Application must have one of the following scopes: {named}"));
        }
    }

    public static SandboxAnswer ExpiredToken() => Unauthorized("Access token has expired or is not yet valid.");

    /// <summary>Continuous access evaluation: the token is good no more, and one with these claims would be.</summary>
    public static SandboxAnswer ClaimsChallenge(string claims)
    {
        string encoded = Convert.ToBase64String(Encoding.UTF8.GetBytes(claims));
        return GraphErrors.Of(401, "InvalidAuthenticationToken", Revoked)
            .With("WWW-Authenticate", $"{Challenge}, errorDescription=\"{Revoked}\", error=\"insufficient_claims\", claims=\"{encoded}\"");
    }

    private static RefusalException Refused(string message) => new(Unauthorized(message));

    private static SandboxAnswer Unauthorized(string message) =>
        GraphErrors.Of(401, "InvalidAuthenticationToken", message).With("WWW-Authenticate", Challenge);
}
