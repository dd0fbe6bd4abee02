using System;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading;

namespace RunSummary.Sandbox.Service;

/// <summary>Signs (RS256), by default with the process's key, and publishes that one's public half.</summary>
internal static class JsonWebToken
{
    private static readonly Lock Signing = new();

    public static string Sign(JsonObject claims) => Sign(SandboxCertificate.Key, claims);

    public static string Sign(RSA key, JsonObject claims)
    {
        lock (Signing)
        {
            string keyId = KeyId(key);
            JsonObject header = new() { ["typ"] = "JWT", ["alg"] = "RS256", ["kid"] = keyId, ["x5t"] = keyId };
            string content = $"{Encode(header)}.{Encode(claims)}";
            byte[] signature = key.SignData(Encoding.ASCII.GetBytes(content), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
            return $"{content}.{Base64Url.EncodeToString(signature)}";
        }
    }

    public static JsonObject PublicKeys()
    {
        RSAParameters key = SandboxCertificate.Key.ExportParameters(includePrivateParameters: false);
        string keyId = KeyId(SandboxCertificate.Key);
        return new JsonObject
        {
            ["keys"] = new JsonArray(new JsonObject
            {
                ["kty"] = "RSA",
                ["use"] = "sig",
                ["kid"] = keyId,
                ["x5t"] = keyId,
                ["n"] = Base64Url.EncodeToString(key.Modulus),
                ["e"] = Base64Url.EncodeToString(key.Exponent),
            }),
        };
    }

    private static string KeyId(RSA key) => Base64Url.EncodeToString(SHA256.HashData(key.ExportSubjectPublicKeyInfo()).AsSpan(0, 20));

    private static string Encode(JsonObject part) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(part.ToJsonString()));
}
