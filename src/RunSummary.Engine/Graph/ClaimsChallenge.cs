using System;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.Identity.Client;

namespace RunSummary.Engine.Graph;

/// <summary>Reads the claims that a 401 asks for, as MSAL does.</summary>
internal static class ClaimsChallenge
{
    /// <summary>Gives the claims as JSON, or null where there are none or they can't be read.</summary>
    public static string? Read(HttpResponseHeaders headers)
    {
        try
        {
            string? claims = WwwAuthenticateParameters.GetClaimChallengeFromResponseHeaders(headers);
            using JsonDocument? json = claims is null ? null : JsonDocument.Parse(claims);
            return json is null ? null : claims;
        }
        catch (Exception exception) when (exception is MsalException or JsonException)
        {
            return null;
        }
    }

    /// <summary>Reads the same from the header of an item of a batch.</summary>
    public static string? Read(string? wwwAuthenticate)
    {
        using HttpResponseMessage message = new();
        return wwwAuthenticate is not null && message.Headers.TryAddWithoutValidation("WWW-Authenticate", wwwAuthenticate) ? Read(message.Headers) : null;
    }
}
