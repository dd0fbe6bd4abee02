using System;
using System.Management.Automation;
using System.Net;
using System.Security;
using RunSummary.Resources;

namespace RunSummary.Binding;

/// <summary>Takes plain text where a SecureString is wanted.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SecureStringTransformationAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) => InputProperties.Plain(inputData) switch
    {
        string text => new NetworkCredential("", text).SecurePassword,
        SecureString secure => secure,
        null => null,

        // PowerShell's own words would show the value.
        _ => throw new ArgumentTransformationMetadataException(Strings.SecretType),
    };
}
