using System;
using System.Text.Json.Nodes;

namespace RunSummary.Sandbox.Service;

/// <summary>What every grant of the token endpoint answers with.</summary>
internal static class TokenAnswer
{
    public static JsonObject Of(string accessToken, TimeSpan lifetime, TimeSpan? refreshIn)
    {
        int seconds = (int)lifetime.TotalSeconds;
        JsonObject answer = new()
        {
            ["token_type"] = "Bearer",
            ["expires_in"] = seconds,
            ["ext_expires_in"] = seconds,
            ["access_token"] = accessToken,
        };
        if (refreshIn is TimeSpan time)
        {
            answer["refresh_in"] = (int)time.TotalSeconds;
        }

        return answer;
    }
}
