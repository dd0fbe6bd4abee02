using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace RunSummary.Sandbox.Service;

public delegate Task<SandboxAnswer> SandboxHandler(SandboxRequest request, CancellationToken cancellationToken);

/// <summary>One request as plain values, whether it came over HTTP or inside a batch.</summary>
public sealed record SandboxRequest
{
    public required string Method { get; init; }

    /// <summary>Scheme, host and port that the client used, without a slash at the end.</summary>
    public required string Root { get; init; }

    /// <summary>Decoded, without the query.</summary>
    public required string Path { get; init; }

    /// <summary>As sent, with its question mark; empty without one.</summary>
    public string Query { get; init; } = "";

    /// <summary>Names compare without regard to case.</summary>
    public required IReadOnlyDictionary<string, string> Headers { get; init; }

    public string Body { get; init; } = "";

    public string RequestId { get; } = Guid.NewGuid().ToString();

    public string ClientRequestId => Header("client-request-id") ?? RequestId;

    public string? Header(string name) => Headers.TryGetValue(name, out string? value) ? value : null;
}
