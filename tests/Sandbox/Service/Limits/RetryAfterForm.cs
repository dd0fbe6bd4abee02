namespace RunSummary.Sandbox.Service;

/// <summary>How a 429 tells the time to wait.</summary>
public enum RetryAfterForm
{
    /// <summary>A header with seconds.</summary>
    Seconds,

    /// <summary>A header with an HTTP date.</summary>
    Date,

    /// <summary>No header: RetryAfter inside the JSON of Intune's message.</summary>
    Nested,

    Missing,
}
