using System;
using System.Collections.Generic;

namespace RunSummary.Sandbox.Service;

/// <summary>The sign-in page, without a page: the user whom the request names signs in at once.</summary>
internal sealed class AuthorizeEndpoint(SandboxIdentity identity, AuthorizationCodes codes)
{
    public SandboxAnswer Answer(SandboxRequest source)
    {
        AuthorizeRequest asked = new(source);
        if (SandboxApplication.Find(asked.ClientId) is not SandboxApplication application)
        {
            return AuthorizeAnswer.Page(source, 700016, $"Application with identifier '{asked.ClientId}' was not found in the directory '{SandboxTenant.Name}'.");
        }

        return asked.IsRedirectUriKnown
            ? AuthorizeAnswer.Of(asked, Values(asked, application))
            : AuthorizeAnswer.Page(source, 50011, $"The redirect URI '{asked.RedirectUri}' specified in the request does not match the redirect URIs configured for the application '{application.ClientId}'.");
    }

    private Dictionary<string, string> Values(AuthorizeRequest asked, SandboxApplication application)
    {
        ScopeRequest? scopes = ScopeRequest.Read(asked["scope"] ?? "");
        AuthorizeError? error = scopes is null
            ? new AuthorizeError("invalid_request", 28000, "Provided value for the input parameter scope is not valid because it contains more than one resource.")
            : AuthorizeError.InRequest(asked) ?? AuthorizeError.InPerson(asked, identity, scopes);
        Dictionary<string, string> values = error is null ? Success(asked, application, scopes!) : Failure(asked.Source, error);
        if (asked["state"] is string state)
        {
            values["state"] = state;
        }

        return values;
    }

    private Dictionary<string, string> Success(AuthorizeRequest asked, SandboxApplication application, ScopeRequest scopes)
    {
        SandboxUser user = identity.Users.Find(asked["login_hint"])!;
        UserGrant grant = new(application, user, scopes) { Nonce = asked["nonce"], Claims = ClaimsRequest.Read(asked["claims"]) };
        AuthorizationCode code = new(grant, asked.RedirectUri, asked.Challenge!, DateTimeOffset.UtcNow + identity.CodeLifetime);
        Dictionary<string, string> values = new() { ["code"] = codes.Issue(code), ["session_state"] = Guid.NewGuid().ToString() };
        if (asked["client_info"] == "1")
        {
            values["client_info"] = UserTokens.ClientInfo(user);
        }

        return values;
    }

    private static Dictionary<string, string> Failure(SandboxRequest source, AuthorizeError error)
    {
        Dictionary<string, string> values = new()
        {
            ["error"] = error.Error,
            ["error_description"] = IdentityErrors.Describe(source, error.Code, error.Text),
            ["error_uri"] = $"{source.Root}/error?code={error.Code}",
        };
        if (error.Subcode is not null)
        {
            values["error_subcode"] = error.Subcode;
        }

        return values;
    }
}
