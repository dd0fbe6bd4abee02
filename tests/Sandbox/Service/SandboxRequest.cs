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

    public string RequestId { get; } = RequestIds.Next();

    public string ClientRequestId => Header("client-request-id") ?? Envelope?.ClientRequestId ?? RequestId;

    /// <summary>The batch that it came in; null for a request of its own.</summary>
    public SandboxRequest? Envelope { get; init; }

    public bool InBatch => Envelope is not null;

    /// <summary>It is a batch itself.</summary>
    public bool IsEnvelope { get; init; }

    /// <summary>Known once the request was authenticated; a batch's items need not look it up again.</summary>
    internal IssuedToken? Token { get; set; }

    /// <summary>The kind of fault that was drawn for it; null when it was served as ever.</summary>
    public string? Fault { get; internal set; }

    public string? Header(string name) => Headers.TryGetValue(name, out string? value) ? value : null;
}
