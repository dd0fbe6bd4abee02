using System;

namespace RunSummary.Engine.Graph;

/// <summary>An answer as a value. The wait is what the service asked for before another try.</summary>
internal sealed record GraphResponse(int StatusCode, byte[] Body)
{
    public string? RequestId { get; init; }

    public string? ClientRequestId { get; init; }

    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Where a redirect points to.</summary>
    public Uri? Location { get; init; }

    public bool IsSuccess => StatusCode is >= 200 and < 300;

    public bool IsRedirect => StatusCode is >= 300 and < 400;

    /// <summary>Whether a gateway's page came instead of Graph's JSON.</summary>
    public bool IsHtml => Body.Length > 0 && Body[0] == '<';
}
