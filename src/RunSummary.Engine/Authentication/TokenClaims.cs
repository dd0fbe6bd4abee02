using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;

namespace RunSummary.Engine.Authentication;

/// <summary>
/// What a token's payload says, for display only: tokens are opaque to clients, and one that can't be read gives no claims.
/// </summary>
internal sealed record TokenClaims
{
    // The last second of the year 9999, the last that a DateTimeOffset can hold.
    private const long MaxUnixSeconds = 253_402_300_799;

    /// <summary>Whether the token could be read.</summary>
    public bool IsKnown { get; private init; }

    /// <summary>Whether it is a user's, and its permissions are delegated ones.</summary>
    public bool IsDelegated { get; private init; }

    public string? TenantId { get; private init; }

    public string? ClientId { get; private init; }

    public string? Account { get; private init; }

    public DateTimeOffset? ExpiresOn { get; private init; }

    public IReadOnlyList<string> Permissions { get; private init; } = [];

    public static TokenClaims Read(string token)
    {
        string[] parts = token.Split('.');
        if (parts.Length != 3)
        {
            return new TokenClaims();
        }

        try
        {
            using JsonDocument payload = JsonDocument.Parse(FromBase64Url(parts[1]));
            return Read(payload.RootElement);
        }
        catch (Exception exception) when (exception is JsonException or FormatException or InvalidOperationException)
        {
            return new TokenClaims();
        }
    }

    private static TokenClaims Read(JsonElement payload) => new()
    {
        IsKnown = payload.ValueKind == JsonValueKind.Object,
        IsDelegated = Text(payload, "scp") is not null,
        TenantId = Text(payload, "tid"),
        ClientId = Text(payload, "appid") ?? Text(payload, "azp"),
        Account = Text(payload, "upn") ?? Text(payload, "preferred_username") ?? Text(payload, "unique_name"),
        ExpiresOn = payload.TryGetProperty("exp", out JsonElement exp) && exp.ValueKind == JsonValueKind.Number && exp.TryGetInt64(out long seconds) && seconds is >= 0 and <= MaxUnixSeconds
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : null,
        Permissions = [.. Roles(payload), .. (Text(payload, "scp") ?? "").Split([' '], StringSplitOptions.RemoveEmptyEntries)],
    };

    private static IEnumerable<string> Roles(JsonElement payload) =>
        payload.TryGetProperty("roles", out JsonElement roles) && roles.ValueKind == JsonValueKind.Array
            ? [.. roles.EnumerateArray().Where(role => role.ValueKind == JsonValueKind.String).Select(role => role.GetString()!)]
            : [];

    private static string? Text(JsonElement payload, string name) =>
        payload.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static byte[] FromBase64Url(string text)
    {
        string padded = text.Replace('-', '+').Replace('_', '/') + new string('=', (4 - (text.Length % 4)) % 4);
        return Convert.FromBase64String(padded);
    }
}
