using System;
using System.Text;

namespace RunSummary.Engine.Tests.Support;

/// <summary>Makes tokens of payloads; the signature is never looked at.</summary>
internal static class Jwt
{
    public static string Of(string payload) => OfSegment(Base64Url(payload));

    /// <summary>Makes a token whose middle part is as given.</summary>
    public static string OfSegment(string segment) => $"{Base64Url("""{"alg":"RS256","typ":"JWT"}""")}.{segment}.c2lnbmF0dXJl";

    private static string Base64Url(string text) =>
        Convert.ToBase64String(Encoding.UTF8.GetBytes(text)).TrimEnd('=').Replace('+', '-').Replace('/', '_');
}
