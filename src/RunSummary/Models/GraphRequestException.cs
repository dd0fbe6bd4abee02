using System;

namespace RunSummary;

/// <summary>A request to Microsoft Graph that failed, with what the service's support asks for.</summary>
public sealed class GraphRequestException : RunSummaryException
{
    /// <summary>Makes an exception without a message.</summary>
    public GraphRequestException()
    {
    }

    /// <summary>Makes an exception with a message.</summary>
    /// <param name="message">What went wrong, and what to do next.</param>
    public GraphRequestException(string message)
        : base(message)
    {
    }

    /// <summary>Makes an exception with a message and a cause.</summary>
    /// <param name="message">What went wrong, and what to do next.</param>
    /// <param name="innerException">The cause.</param>
    public GraphRequestException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>The HTTP status of the last answer; null where none came.</summary>
    public int? StatusCode { get; internal set; }

    /// <summary>Microsoft Graph's error code, such as <c>ResourceNotFound</c>; null where none came.</summary>
    public string? Code { get; internal set; }

    /// <summary>The service's id of the last request; null where no answer came.</summary>
    public string? RequestId { get; internal set; }

    /// <summary>Our own id of the last request, a GUID.</summary>
    public string? ClientRequestId { get; internal set; }

    /// <summary>How many times the request was sent.</summary>
    public int Attempts { get; internal set; }
}
