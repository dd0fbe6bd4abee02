using System;
using System.Management.Automation;
using RunSummary.Resources;

namespace RunSummary.Binding;

/// <summary>Takes plain text where a SecureString is wanted.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SecureStringTransformationAttribute : ArgumentTransformationAttribute
{
    /// <summary>Whether a script block that gives the secret may stand for it.</summary>
    public bool AllowScript { get; set; }

    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) => InputProperties.Plain(inputData) switch
    {
        null => null,
        ScriptBlock script when AllowScript => script,

        // PowerShell's own words would show the value.
        { } value => Secrets.Read(value) ?? throw new ArgumentTransformationMetadataException(AllowScript ? Strings.SecretOrScriptType : Strings.SecretType),
    };
}
