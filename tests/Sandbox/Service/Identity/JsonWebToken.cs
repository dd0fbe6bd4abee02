using System;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading;

namespace RunSummary.Sandbox.Service;

/// <summary>Signs with the process's key (RS256), and publishes its public half.</summary>
internal static class JsonWebToken
{
    private static readonly Lock Signing = new();
    private static readonly string KeyId = Base64Url.EncodeToString(SHA256.HashData(SandboxCertificate.Key.ExportSubjectPublicKeyInfo()).AsSpan(0, 20));

    public static string Sign(JsonObject claims)
    {
        JsonObject header = new() { ["typ"] = "JWT", ["alg"] = "RS256", ["kid"] = KeyId, ["x5t"] = KeyId };
        string content = $"{Encode(header)}.{Encode(claims)}";
        lock (Signing)
        {
            byte[] signature = SandboxCertificate.Key.SignData(Encoding.ASCII.GetBytes(content), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
            return $"{content}.{Base64Url.EncodeToString(signature)}";
        }
    }

    public static JsonObject PublicKeys()
    {
        RSAParameters key = SandboxCertificate.Key.ExportParameters(includePrivateParameters: false);
        return new JsonObject
        {
            ["keys"] = new JsonArray(new JsonObject
            {
                ["kty"] = "RSA",
                ["use"] = "sig",
                ["kid"] = KeyId,
                ["x5t"] = KeyId,
                ["n"] = Base64Url.EncodeToString(key.Modulus),
                ["e"] = Base64Url.EncodeToString(key.Exponent),
            }),
        };
    }

    private static string Encode(JsonObject part) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(part.ToJsonString()));
}
