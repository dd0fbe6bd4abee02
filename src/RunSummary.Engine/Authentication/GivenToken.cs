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

        return AccessToken.IsWellFormed(value) ? new AccessToken(value) : throw Fail(Strings.TokenMalformed);
    }

    public static FailureException Fail(string detail) =>
        new(new Failure(ErrorId.AuthenticationFailed, detail) { Action = Strings.AuthenticationFailed_TokenAction });
}
