using System;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using System.Threading;

namespace RunSummary.Sandbox.Service;

/// <summary>A foreign identity provider, as of a build service, with a key of its own.</summary>
public sealed class ExternalIssuer(string url = ExternalIssuer.DefaultUrl)
{
    public const string DefaultUrl = "https://token.builds.example";

    private readonly Lazy<RSA> _key = new(() => RSA.Create(2048), LazyThreadSafetyMode.ExecutionAndPublication);

    public string Url { get; } = url;

    internal RSA Key => _key.Value;

    /// <summary>A signed assertion; already expired for a lifetime that isn't positive.</summary>
    public string Assertion(string subject, TimeSpan? lifetime = null, string audience = FederatedCredentials.DefaultAudience)
    {
        DateTimeOffset now = DateTimeOffset.UtcNow;
        return JsonWebToken.Sign(Key, new JsonObject
        {
            ["iss"] = Url,
            ["sub"] = subject,
            ["aud"] = audience,
            ["iat"] = now.ToUnixTimeSeconds(),
            ["nbf"] = now.ToUnixTimeSeconds(),
            ["exp"] = (now + (lifetime ?? TimeSpan.FromMinutes(10))).ToUnixTimeSeconds(),
            ["jti"] = Guid.NewGuid().ToString(),
        });
    }
}
