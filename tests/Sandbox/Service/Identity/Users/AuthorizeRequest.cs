using System;
using System.Collections.Specialized;
using System.Web;

namespace RunSummary.Sandbox.Service;

/// <summary>What a browser brings to the sign-in page.</summary>
internal sealed class AuthorizeRequest(SandboxRequest source)
{
    private readonly NameValueCollection _query = HttpUtility.ParseQueryString(source.Query);

    public SandboxRequest Source { get; } = source;

    public string ClientId => this["client_id"] ?? "";

    public string RedirectUri => this["redirect_uri"] ?? "";

    public string ResponseMode => this["response_mode"] ?? "query";

    public string? Prompt => this["prompt"];

    public string? Challenge => this["code_challenge"];

    /// <summary>The one address that is registered, at any port: of the machine itself.</summary>
    public bool IsRedirectUriKnown =>
        Uri.TryCreate(RedirectUri, UriKind.Absolute, out Uri? address)
        && address is { Scheme: "http", Host: "localhost" or "127.0.0.1", AbsolutePath: "/", Query: "" };

    public string? this[string name] => _query[name] is { Length: > 0 } value ? value : null;
}
