using System;
using System.Collections.Generic;
using System.Collections.Specialized;
using System.Net;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json.Nodes;
using System.Web;

namespace RunSummary.Sandbox.Service;

/// <summary>The form of a token request, with a client's credentials from the form or the Basic header.</summary>
internal sealed class TokenRequest
{
    private readonly NameValueCollection _form;
    private readonly string[] _basic;

    public TokenRequest(SandboxRequest source, string tenant)
    {
        Source = source;
        Tenant = tenant;
        bool isForm = source.Header("Content-Type")?.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) == true;
        _form = HttpUtility.ParseQueryString(isForm ? source.Body : "");
        _basic = Basic(source.Header("Authorization"));
    }

    public SandboxRequest Source { get; }

    /// <summary>As the address names it.</summary>
    public string Tenant { get; }

    /// <summary>Known once the application was looked at.</summary>
    public ClientCredentialKind Credential { get; set; }

    /// <summary>What came along with an assertion, the signer's first.</summary>
    public IReadOnlyList<X509Certificate2> CertificateChain { get; set; } = [];

    /// <summary>Known once a user was found.</summary>
    public string? UserName { get; set; }

    public string GrantType => Required("grant_type");

    public string ClientId => _basic is [string id, _] ? id : Required("client_id");

    public string? ClientSecret => _basic is [_, string secret] ? secret : this["client_secret"];

    public string? Assertion => this["client_assertion"];

    public JsonObject? Claims => ClaimsRequest.Read(this["claims"]);

    public string? this[string name] => _form[name] is { Length: > 0 } value ? value : null;

    public string Required(string name) => this[name] ?? throw IdentityErrors.Missing(Source, name);

    private static string[] Basic(string? authorization)
    {
        if (authorization?.StartsWith("Basic ", StringComparison.OrdinalIgnoreCase) != true)
        {
            return [];
        }

        byte[] bytes = new byte[authorization.Length];
        return Convert.TryFromBase64String(authorization[6..].Trim(), bytes, out int length)
            ? Array.ConvertAll(Encoding.UTF8.GetString(bytes, 0, length).Split(':', 2), part => WebUtility.UrlDecode(part))
            : [];
    }
}
