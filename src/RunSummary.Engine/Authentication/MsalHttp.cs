using System;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Identity.Client;

namespace RunSummary.Engine.Authentication;

/// <summary>The HTTP client that MSAL uses, with the system's proxy.</summary>
internal sealed class MsalHttp : IMsalHttpClientFactory
{
    private static readonly MsalHttp Shared = new(new HttpClient());

    private readonly HttpClient _client;

    private MsalHttp(HttpClient client) => _client = client;

    public static MsalHttp For(Uri authority) => authority.Scheme == Uri.UriSchemeHttps
        ? Shared
        : new MsalHttp(new HttpClient(new LoopbackHandler(authority)));

    public HttpClient GetHttpClient() => _client;

    /// <summary>MSAL speaks https only; an http authority, which is accepted on this machine alone, is reached by giving the scheme back.</summary>
    private sealed class LoopbackHandler(Uri authority) : DelegatingHandler(new HttpClientHandler())
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (request.RequestUri is { } asked && asked.Host == authority.Host && asked.Port == authority.Port)
            {
                request.RequestUri = new UriBuilder(asked) { Scheme = authority.Scheme, Port = authority.Port }.Uri;
            }

            return base.SendAsync(request, cancellationToken);
        }
    }
}
