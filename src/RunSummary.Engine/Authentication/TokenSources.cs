using System;

namespace RunSummary.Engine.Authentication;

/// <summary>Picks the token source for a way in. A new way in is a new kind of <see cref="SignIn"/>, a source, and a line here.</summary>
internal static class TokenSources
{
    public static ITokenSource Create(SignIn signIn, Uri authority, bool isCustomAuthority, string scope) => signIn switch
    {
        AccessTokenSignIn given => new GivenTokenSource(given),
        ClientSecretSignIn secret => new ClientSecretTokenSource(secret, authority, isCustomAuthority, scope),
        _ => throw new ArgumentOutOfRangeException(nameof(signIn), signIn.GetType(), message: null),
    };
}
