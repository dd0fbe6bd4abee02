using System;

namespace RunSummary.Errors;

/// <summary>One failure as a value: its id, what exactly was wrong, and the facts of the request where there was one.</summary>
internal sealed record Failure(ErrorId Id, string Detail)
{
    public HttpFacts? Http { get; init; }

    public Exception? Cause { get; init; }

    /// <summary>How long the sign-in service asks to wait before another try; null where it doesn't.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Whether it came after the last try that was to be made.</summary>
    public bool IsFinal { get; init; }

    /// <summary>Whether what failed is the caller's, so that it tells nothing of the next time.</summary>
    public bool IsOfCaller { get; init; }

    /// <summary>What to say of it, where the table's own text doesn't fit; null for that.</summary>
    public string? Message { get; init; }

    /// <summary>What to do about it, where the table's own advice doesn't fit; null for that.</summary>
    public string? Action { get; init; }
}

/// <summary>What is known of a failed request. Status and codes are null where no answer came.</summary>
internal sealed record HttpFacts
{
    public int? StatusCode { get; init; }

    public string? Code { get; init; }

    public string? RequestId { get; init; }

    public string? ClientRequestId { get; init; }

    public int Attempts { get; init; }
}
