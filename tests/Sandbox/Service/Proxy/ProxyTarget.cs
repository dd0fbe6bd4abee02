using System;
using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace RunSummary.Sandbox.Service;

/// <summary>Where a request through a proxy is to go.</summary>
internal sealed record ProxyTarget
{
    private const string PlainScheme = "http://";
    private const int PlainPort = 80;

    private ProxyTarget(string authority, int? defaultPort)
    {
        // The brackets of an IPv6 address stay in its host.
        int colon = authority.EndsWith(']') ? -1 : authority.LastIndexOf(':');
        Authority = authority;
        Host = colon < 0 ? authority : authority[..colon];
        Port = colon < 0 ? defaultPort ?? throw Malformed() : ParsePort(authority[(colon + 1)..]);
    }

    /// <summary>As the client wrote it, perhaps without a port.</summary>
    public string Authority { get; }

    public string Host { get; }

    public int Port { get; }

    /// <summary>With the query, as the client wrote them; null for a tunnel.</summary>
    public string? Path { get; private init; }

    public bool IsTunnel => Path is null;

    /// <exception cref="BadHttpRequestException">It isn't host:port.</exception>
    public static ProxyTarget OfTunnel(string authority) => new(authority, defaultPort: null);

    /// <exception cref="BadHttpRequestException">It isn't an absolute http address.</exception>
    public static ProxyTarget OfAddress(string address)
    {
        if (!address.StartsWith(PlainScheme, StringComparison.OrdinalIgnoreCase))
        {
            throw Malformed();
        }

        string rest = address[PlainScheme.Length..];
        int end = rest.AsSpan().IndexOfAny('/', '?');
        string path = end < 0 ? "" : rest[end..];
        return new ProxyTarget(end < 0 ? rest : rest[..end], PlainPort) { Path = path.StartsWith('/') ? path : "/" + path };
    }

    public override string ToString() => $"{Host}:{Port}";

    private static int ParsePort(string text) =>
        ushort.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out ushort port) ? port : throw Malformed();

    private static BadHttpRequestException Malformed() => new("The target isn't one for a proxy.");
}
