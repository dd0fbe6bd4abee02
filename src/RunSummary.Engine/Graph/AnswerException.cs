using System;
using System.Diagnostics.CodeAnalysis;
using RunSummary.Resources;

namespace RunSummary.Engine.Graph;

/// <summary>An answer that makes no sense. The client turns it into a failure with the facts of the request.</summary>
[SuppressMessage("Design", "CA1032:Implement standard exception constructors", Justification = "Always says what makes no sense.")]
[SuppressMessage("Design", "CA1064:Exceptions should be public", Justification = "Never leaves the engine.")]
internal sealed class AnswerException(string detail) : Exception(detail)
{
    public static AnswerException Property(string name) =>
        new(Strings.AnswerProperty.With(name));
}
