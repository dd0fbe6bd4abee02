using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Reflection;
#if !NET
using System.Security.Authentication;
#endif
using System.Threading;
using Microsoft.Graph;
using Microsoft.Kiota.Http.HttpClientLibrary.Middleware;
using Microsoft.Kiota.Http.HttpClientLibrary.Middleware.Options;

namespace RunSummary.Engine.Graph;

/// <summary>Makes the HTTP client out of Microsoft.Graph.Core's handlers.</summary>
internal static class GraphHttp
{
#if !NET
    private const int MaximumConnections = 16;

#endif
    private static readonly string Version =
        typeof(GraphHttp).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;

    /// <summary>Makes a client.</summary>
    /// <param name="proxy">The proxy to use; null for the system's.</param>
    /// <param name="final">What sends the requests in the end; null for the platform's own.</param>
    public static HttpClient CreateClient(IWebProxy? proxy = null, HttpMessageHandler? final = null)
    {
        GraphClientOptions options = new() { GraphProductPrefix = "RunSummary", GraphServiceLibraryClientVersion = Version };

        IEnumerable<DelegatingHandler> handlers = GraphClientFactory.CreateDefaultHandlers(options)
            .Where(IsOfUse)
            .Append(new RedirectHandler(new RedirectHandlerOption { ShouldRedirect = StaysOnHost }));

        HttpClient client = GraphClientFactory.Create(handlers, proxy: proxy, finalHandler: final ?? PlatformHandler());
        client.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue("RunSummary", Version));

        // The transport bounds the whole of an exchange, this one only the time until the headers.
        client.Timeout = Timeout.InfiniteTimeSpan;
        return client;
    }

#if NET
    private static HttpMessageHandler? PlatformHandler() => null;
#else
    // WinHTTP, which Microsoft.Graph.Core would take, follows redirects by itself and doesn't know the user's proxy.
    private static HttpClientHandler PlatformHandler() => new()
    {
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.GZip | DecompressionMethods.Deflate,
        MaxConnectionsPerServer = MaximumConnections,

        // Left to itself, an older Windows would agree to less.
        SslProtocols = SslProtocols.Tls12,
    };
#endif

    /// <summary>Whether two addresses share scheme, host and port, so that a token for one may go to the other.</summary>
    public static bool IsSameHost(Uri one, Uri other) =>
        Uri.Compare(one, other, UriComponents.SchemeAndServer, UriFormat.UriEscaped, StringComparison.OrdinalIgnoreCase) == 0;

    // Their retry reads dates in Retry-After wrong, and RetryPolicy does its work; their redirects would go to any host; a link that
    // the service gave is to be used as it is; and nobody asks for a look at headers and bodies.
    private static bool IsOfUse(DelegatingHandler handler) => handler is not (RetryHandler or RedirectHandler or ParametersNameDecodingHandler
        or UriReplacementHandler<UriReplacementHandlerOption> or HeadersInspectionHandler or BodyInspectionHandler);

    private static bool StaysOnHost(HttpResponseMessage answer) =>
        answer.Headers.Location is { } location
        && answer.RequestMessage?.RequestUri is { } asked
        && (location.IsAbsoluteUri ? IsSameHost(location, asked) : IsPath(location.OriginalString));

    // The handler appends a relative address to the host's name as text, so it must begin where a path begins.
    private static bool IsPath(string location) =>
        location.FirstOrDefault() == '/' && location.Skip(1).FirstOrDefault() != '/';
}
