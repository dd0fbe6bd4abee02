using System;
using System.Management.Automation;
using System.Net;

namespace RunSummary.Binding;

/// <summary>Takes plain text where a SecureString is wanted.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SecureStringTransformationAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) =>
        (inputData is PSObject wrapped ? wrapped.BaseObject : inputData) is string text
            ? new NetworkCredential("", text).SecurePassword
            : inputData;
}
