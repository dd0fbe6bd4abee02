using System;
using System.Net;
using System.Net.Http;
#if !NET
using System.Security.Authentication;
#endif
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Identity.Client;

namespace RunSummary.Engine.Authentication;

/// <summary>The HTTP client that MSAL uses.</summary>
internal sealed class MsalHttp : IMsalHttpClientFactory, IDisposable
{
    /// <summary>No honest answer is larger.</summary>
    public const int MaximumAnswerMebibytes = 1;

#if NET
    private static readonly TimeSpan LocalPatience = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan AnswerPatience = TimeSpan.FromSeconds(30);
#else
    // It holds the time to connect as well.
    private static readonly TimeSpan AnswerPatience = TimeSpan.FromSeconds(10);
#endif

    private readonly HttpClient _client;

    private MsalHttp(HttpMessageHandler handler) => _client = new HttpClient(handler) { MaxResponseContentBufferSize = MaximumAnswerMebibytes * 1024 * 1024 };

    /// <summary>For the sign-in service, through the given proxy or the system's.</summary>
    public static MsalHttp For(SignInService service)
    {
        PatientHandler handler = new(service.Retries, CreateHandler(service.Proxy, useProxy: true));
        MsalHttp http = new(service.Authority.Scheme == Uri.UriSchemeHttps ? handler : new LoopbackHandler(service.Authority, handler));

        // The handler bounds each try; there may be long waits between them.
        http._client.Timeout = Timeout.InfiniteTimeSpan;
        return http;
    }

    /// <summary>
    /// For the managed identity's endpoint, which is on the machine or its virtual host: no proxy reaches it. MSAL knows itself when to
    /// try again at each kind, and keeps nothing of it.
    /// </summary>
    public static MsalHttp ForThisMachine()
    {
#if NET
        // Outside of Azure nothing answers at that address, not even with a no.
        MsalHttp http = new(new CountingHandler(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false, ConnectTimeout = LocalPatience }));
#else
        MsalHttp http = new(new CountingHandler(CreateHandler(proxy: null, useProxy: false)));
#endif
        http._client.Timeout = AnswerPatience;
        return http;
    }

    /// <summary>Builds an application over this client, which is of no more use where that fails.</summary>
    /// <exception cref="Errors.FailureException">MSAL can't use what was given.</exception>
    public T Build<T>(Func<T> build)
    {
        try
        {
            return MsalFailures.Translate(build);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    public HttpClient GetHttpClient() => _client;

    public void Dispose() => _client.Dispose();

    // A redirect would carry the secret or the assertion along.
    private static HttpClientHandler CreateHandler(IWebProxy? proxy, bool useProxy) => new()
    {
        AllowAutoRedirect = false,
        Proxy = proxy,
        UseProxy = useProxy,
#if !NET
        // Left to itself, an older Windows would agree to less.
        SslProtocols = SslProtocols.Tls12,
#endif
    };

    /// <summary>Counts the tries that MSAL makes by itself. The challenge that Azure Arc begins with is none.</summary>
    private sealed class CountingHandler(HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            HttpResponseMessage answer = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
            if (answer.StatusCode != HttpStatusCode.Unauthorized)
            {
                MsalCall.Current?.Count(request.RequestUri!);
            }

            return answer;
        }
    }

    /// <summary>MSAL speaks https only; an http authority, which is accepted on this machine alone, is reached by giving the scheme back.</summary>
    private sealed class LoopbackHandler(Uri authority, HttpMessageHandler inner) : DelegatingHandler(inner)
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
