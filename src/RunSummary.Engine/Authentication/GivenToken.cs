using System.Linq;
using System.Net;
using System.Security;
using RunSummary.Errors;
using RunSummary.Resources;

namespace RunSummary.Engine.Authentication;

/// <summary>Takes a token from the caller, for what it is worth.</summary>
internal static class GivenToken
{
    /// <exception cref="FailureException">It is no token.</exception>
    public static AccessToken Open(SecureString secure)
    {
        string value = new NetworkCredential("", secure).Password;
        if (value.Length == 0)
        {
            throw Fail(Strings.TokenEmpty);
        }

        return value.All(IsTokenCharacter) ? new AccessToken(value) : throw Fail(Strings.TokenMalformed);
    }

    public static FailureException Fail(string detail) =>
        new(new Failure(ErrorId.AuthenticationFailed, detail) { Action = Strings.AuthenticationFailed_TokenAction });

    // RFC 6750's b64token.
    private static bool IsTokenCharacter(char character) =>
        character is (>= 'A' and <= 'Z') or (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-' or '.' or '_' or '~' or '+' or '/' or '=';
}
