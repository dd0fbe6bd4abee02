using System;
using System.Diagnostics.CodeAnalysis;

namespace RunSummary.Errors;

/// <summary>Carries a failure from where it is met to the command that reports it; users never see it.</summary>
[SuppressMessage("Design", "CA1032:Implement standard exception constructors", Justification = "Always carries a failure.")]
[SuppressMessage("Design", "CA1064:Exceptions should be public", Justification = "Never leaves the module.")]
internal sealed class FailureException(Failure failure) : Exception(failure.Detail, failure.Cause)
{
    public FailureException(ErrorId id, string detail)
        : this(new Failure(id, detail))
    {
    }

    public Failure Failure { get; } = failure;
}
