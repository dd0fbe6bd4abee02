using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace RunSummary.Sandbox.Service;

/// <summary>The request line and the headers that a client sent to the proxy.</summary>
internal sealed class ProxyHead
{
    // They are between the client and the proxy. The target is written into Host anew.
    private static readonly HashSet<string> NotForwarded = new(StringComparer.OrdinalIgnoreCase)
    {
        "Connection", "Keep-Alive", "Proxy-Connection", "Proxy-Authorization", "Host",
    };

    private readonly KeyValuePair<string, string>[] _headers;

    /// <exception cref="BadHttpRequestException">It isn't a head of HTTP/1.1, or its target isn't one for a proxy.</exception>
    public ProxyHead(string text)
    {
        string[] lines = text.Split("\r\n");
        string[] words = lines[0].Split(' ');
        if (words is not [{ Length: > 0 } method, { Length: > 0 } target, "HTTP/1.1"])
        {
            throw new BadHttpRequestException("The request line is malformed.");
        }

        Method = method;
        Target = method == "CONNECT" ? ProxyTarget.OfTunnel(target) : ProxyTarget.OfAddress(target);
        _headers = [.. lines.Skip(1).Select(ParseHeader)];
    }

    public string Method { get; }

    public ProxyTarget Target { get; }

    public string? ProxyAuthorization => _headers.FirstOrDefault(header => header.Key.Equals("Proxy-Authorization", StringComparison.OrdinalIgnoreCase)).Value;

    /// <summary>Gives the head for the target itself, which is asked to close after its answer.</summary>
    public byte[] Forwarded()
    {
        StringBuilder text = new($"{Method} {Target.Path} HTTP/1.1\r\nHost: {Target.Authority}\r\n");
        foreach (KeyValuePair<string, string> header in _headers.Where(header => !NotForwarded.Contains(header.Key)))
        {
            text.Append(header.Key).Append(": ").Append(header.Value).Append("\r\n");
        }

        return Encoding.Latin1.GetBytes(text.Append("Connection: close\r\n\r\n").ToString());
    }

    private static KeyValuePair<string, string> ParseHeader(string line) => line.Split(':', 2) switch
    {
        [{ Length: > 0 } name, string value] => new(name, value.Trim()),
        _ => throw new BadHttpRequestException("A header is malformed."),
    };
}
