using System;
using System.Diagnostics.CodeAnalysis;
using RunSummary.Errors;

namespace RunSummary.Engine.Graph;

/// <summary>A try that failed, whether another may help, and how long the service asks to wait before it.</summary>
internal sealed record GraphFault(Failure Failure, bool IsTransient, TimeSpan? RetryAfter = null);

/// <summary>Carries a fault from the transport to the client.</summary>
[SuppressMessage("Design", "CA1032:Implement standard exception constructors", Justification = "Always carries a fault.")]
[SuppressMessage("Design", "CA1064:Exceptions should be public", Justification = "Never leaves the engine.")]
internal sealed class GraphFaultException(GraphFault fault) : Exception(fault.Failure.Detail, fault.Failure.Cause)
{
    public GraphFault Fault { get; } = fault;
}
