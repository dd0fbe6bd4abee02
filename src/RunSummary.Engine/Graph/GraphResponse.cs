using System;

namespace RunSummary.Engine.Graph;

/// <summary>An answer as a value. The wait is what the service asked for before another try.</summary>
internal sealed record GraphResponse(int StatusCode, ReadOnlyMemory<byte> Body)
{
    public string? RequestId { get; init; }

    public string? ClientRequestId { get; init; }

    public TimeSpan? RetryAfter { get; init; }

    /// <summary>The claims that a 401 asks the next token to have (continuous access evaluation), as JSON; null for none.</summary>
    public string? ClaimsChallenge { get; init; }

    /// <summary>The service's own time.</summary>
    public DateTimeOffset? Date { get; init; }

    /// <summary>The address that was asked.</summary>
    public Uri? Address { get; init; }

    /// <summary>Where a redirect points to.</summary>
    public Uri? Location { get; init; }

    /// <summary>Whether the service points to another host, where the token must not go.</summary>
    public bool LeavesHost => IsRedirect && Location is { IsAbsoluteUri: true } && Address is not null && !GraphHttp.IsSameHost(Location, Address);

    public bool IsSuccess => StatusCode is >= 200 and < 300;

    public bool IsRedirect => StatusCode is >= 300 and < 400;

    /// <summary>Whether a gateway's page came instead of Graph's JSON.</summary>
    public bool IsHtml
    {
        get
        {
            foreach (byte value in Body.Span)
            {
                if (value is not ((byte)' ' or (byte)'\r' or (byte)'\n' or (byte)'\t'))
                {
                    return value == '<';
                }
            }

            return false;
        }
    }
}
