using System;
using System.Management.Automation;

namespace RunSummary.Binding;

/// <summary>Takes a session that was copied out of another process for what it is, so that the command can say why it is of no use.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SessionTransformationAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) =>
        inputData is PSObject copy && copy.TypeNames.Contains("Deserialized." + typeof(RunSummarySession).FullName)
            ? RunSummarySession.FromOtherProcess()
            : inputData;
}
