using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;

namespace RunSummary.Sandbox.Service;

/// <summary>Sends the browser back to the application, by the way that it wants.</summary>
internal static class AuthorizeAnswer
{
    private const string Html = "text/html; charset=utf-8";

    public static SandboxAnswer Of(AuthorizeRequest asked, IReadOnlyDictionary<string, string> values) => asked.ResponseMode switch
    {
        "form_post" => SandboxAnswer.OfText(200, Html, Form(asked.RedirectUri, values)),
        "fragment" => Redirect(asked.RedirectUri, '#', values),
        _ => Redirect(asked.RedirectUri, '?', values),
    };

    /// <summary>Where nobody may be sent back to.</summary>
    public static SandboxAnswer Page(SandboxRequest request, int code, string text) =>
        SandboxAnswer.OfText(400, Html, $"<html><head><title>Sign in to your account</title></head><body><h1>Sorry, but we're having trouble signing you in.</h1><p>{WebUtility.HtmlEncode(IdentityErrors.Describe(request, code, text))}</p></body></html>");

    private static SandboxAnswer Redirect(string address, char mark, IReadOnlyDictionary<string, string> values)
    {
        IEnumerable<string> pairs = values.Select(value => $"{Uri.EscapeDataString(value.Key)}={Uri.EscapeDataString(value.Value)}");
        return SandboxAnswer.OfText(302, Html, "").With("Location", $"{address}{mark}{string.Join('&', pairs)}");
    }

    private static string Form(string address, IReadOnlyDictionary<string, string> values)
    {
        IEnumerable<string> fields = values.Select(value =>
            $"<input type=\"hidden\" name=\"{WebUtility.HtmlEncode(value.Key)}\" value=\"{WebUtility.HtmlEncode(value.Value)}\" />");
        return $"<html><head><title>Working...</title></head><body><form method=\"POST\" name=\"hiddenform\" action=\"{WebUtility.HtmlEncode(address)}\">{string.Concat(fields)}<noscript><p>Script is disabled. Click Submit to continue.</p><input type=\"submit\" value=\"Submit\" /></noscript></form><script>document.forms[0].submit();</script></body></html>";
    }
}
