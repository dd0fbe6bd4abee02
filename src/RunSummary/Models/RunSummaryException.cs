using System;

namespace RunSummary;

/// <summary>A failure of a RunSummary command. The error record that carries it has the id and the category.</summary>
public class RunSummaryException : Exception
{
    /// <summary>Makes an exception without a message.</summary>
    public RunSummaryException()
    {
    }

    /// <summary>Makes an exception with a message.</summary>
    /// <param name="message">What went wrong, and what to do next.</param>
    public RunSummaryException(string message)
        : base(message)
    {
    }

    /// <summary>Makes an exception with a message and a cause.</summary>
    /// <param name="message">What went wrong, and what to do next.</param>
    /// <param name="innerException">The cause.</param>
    public RunSummaryException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
