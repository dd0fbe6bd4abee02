using System;
using System.Buffers.Text;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace RunSummary.Sandbox.Service;

/// <summary>A signed JWT, taken apart.</summary>
internal sealed record SignedToken(JsonObject Header, JsonObject Claims, byte[] Content, byte[] Signature)
{
    public string? Algorithm => InHeader("alg");

    public bool IsAlgorithmKnown => Algorithm is "RS256" or "PS256";

    /// <summary>A claim that is one text.</summary>
    public string? this[string claim] => Text(Claims[claim]);

    public static SignedToken? Read(string text)
    {
        string[] parts = text.Split('.');
        if (parts.Length != 3 || !parts.All(part => Base64Url.IsValid(part)))
        {
            return null;
        }

        return Json(parts[0]) is JsonObject header && Json(parts[1]) is JsonObject claims
            ? new SignedToken(header, claims, Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}"), Base64Url.DecodeFromChars(parts[2]))
            : null;
    }

    public string? InHeader(string name) => Text(Header[name]);

    /// <summary>A claim that may be one text or many.</summary>
    public IEnumerable<string> Texts(string claim) => Texts(Claims[claim]);

    public IEnumerable<string> TextsInHeader(string name) => Texts(Header[name]);

    /// <summary>Seconds since 1970; MSAL writes them as text.</summary>
    public DateTimeOffset? Time(string claim) =>
        Claims[claim] is JsonValue value && long.TryParse(value.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out long seconds) && seconds < int.MaxValue
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : null;

    public bool IsSignedBy(RSA key) => Algorithm switch
    {
        "RS256" => key.VerifyData(Content, Signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1),
        "PS256" => key.VerifyData(Content, Signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pss),
        _ => false,
    };

    private static IEnumerable<string> Texts(JsonNode? node) =>
        node is JsonArray many ? many.Select(Text).OfType<string>() : Text(node) is string one ? [one] : [];

    private static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue(out string? text) ? text : null;

    private static JsonObject? Json(string part)
    {
        try
        {
            return JsonNode.Parse(Base64Url.DecodeFromChars(part)) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
