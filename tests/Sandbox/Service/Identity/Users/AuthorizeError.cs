using System;
using System.Linq;

namespace RunSummary.Sandbox.Service;

/// <summary>Why the browser goes back without a code.</summary>
internal sealed record AuthorizeError(string Error, int Code, string Text)
{
    private static readonly string[] KnownPrompts = ["login", "none", "consent", "select_account", "create"];
    private static readonly string[] KnownModes = ["query", "fragment", "form_post"];

    public string? Subcode { get; init; }

    /// <summary>What is wrong with the request, whoever sits at the browser.</summary>
    public static AuthorizeError? InRequest(AuthorizeRequest asked)
    {
        if (asked["response_type"] != "code")
        {
            return new AuthorizeError("unsupported_response_type", 700054, $"response_type '{asked["response_type"]}' is not enabled for the application.");
        }

        if (!KnownModes.Contains(asked.ResponseMode, StringComparer.Ordinal))
        {
            return new AuthorizeError("invalid_request", 90023, "Unsupported 'response_mode' value.");
        }

        if (asked.Challenge is null || asked["code_challenge_method"] != "S256")
        {
            return new AuthorizeError("invalid_request", 9002325, "Proof Key for Code Exchange is required for cross-origin authorization code redemption.");
        }

        if (asked.Prompt is not null && !KnownPrompts.Contains(asked.Prompt, StringComparer.Ordinal))
        {
            return new AuthorizeError("invalid_request", 90023, "Unsupported 'prompt' value.");
        }

        // No browser comes with a session.
        return asked.Prompt == "none" ? new AuthorizeError("login_required", 50058, "A silent sign-in request was sent but no user is signed in.") : null;
    }

    /// <summary>What the person there stumbles over.</summary>
    public static AuthorizeError? InPerson(AuthorizeRequest asked, SandboxIdentity identity, ScopeRequest scopes)
    {
        if (identity.BrowserAnswer == BrowserAnswer.Cancel)
        {
            return new AuthorizeError("access_denied", 65004, "The user canceled the authentication.") { Subcode = "cancel" };
        }

        if (identity.Users.Find(asked["login_hint"]) is null)
        {
            return new AuthorizeError("access_denied", 50034, UserTexts.Unknown(asked["login_hint"]));
        }

        if (identity.BrowserAnswer == BrowserAnswer.DeclineConsent)
        {
            return new AuthorizeError("access_denied", 65004, "User declined to consent to access the app.");
        }

        bool isConsentMissing = identity.ConsentIsMissing || !scopes.IsCoveredBy(identity.GrantedScopes);
        return isConsentMissing || identity.BrowserAnswer == BrowserAnswer.NeedAdministrator
            ? new AuthorizeError("access_denied", 90094, "An administrator of the organization has set a policy that prevents you from granting the application the permissions it is requesting. Contact an administrator who can grant permissions to this application on your behalf.")
            : null;
    }
}
