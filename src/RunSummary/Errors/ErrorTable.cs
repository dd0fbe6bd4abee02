using System.Collections.Generic;
using System.Management.Automation;

namespace RunSummary.Errors;

/// <summary>When a failure ends the command.</summary>
internal enum Termination
{
    /// <summary>Never: it concerns one object, and the others go on.</summary>
    Never,

    /// <summary>Where there is no input object that it could concern.</summary>
    WithoutObject,

    /// <summary>Always: the command can't go on.</summary>
    Always,
}

/// <summary>The category of each failure and whether it ends the command. Its texts are in Strings.resx under the same name.</summary>
internal static class ErrorTable
{
    public static IReadOnlyDictionary<ErrorId, (ErrorCategory Category, Termination Termination)> Rows { get; } =
        new Dictionary<ErrorId, (ErrorCategory, Termination)>
        {
            [ErrorId.NotConnected] = (ErrorCategory.AuthenticationError, Termination.Always),
            [ErrorId.InteractionRequired] = (ErrorCategory.AuthenticationError, Termination.Always),
            [ErrorId.CertificateInvalid] = (ErrorCategory.SecurityError, Termination.Always),
            [ErrorId.TokenCacheUnavailable] = (ErrorCategory.ResourceUnavailable, Termination.Always),
            [ErrorId.HostNotSupported] = (ErrorCategory.NotImplemented, Termination.Always),
            [ErrorId.ModuleIncomplete] = (ErrorCategory.NotInstalled, Termination.Always),
            [ErrorId.AuthenticationFailed] = (ErrorCategory.AuthenticationError, Termination.Always),
            [ErrorId.EndpointNotSecure] = (ErrorCategory.SecurityError, Termination.WithoutObject),
            [ErrorId.ParameterConflict] = (ErrorCategory.InvalidArgument, Termination.Always),
            [ErrorId.ScriptTypeUnknown] = (ErrorCategory.InvalidArgument, Termination.Never),
            [ErrorId.ScriptTypeMismatch] = (ErrorCategory.InvalidArgument, Termination.Never),
            [ErrorId.ScriptTypeNotSupported] = (ErrorCategory.InvalidType, Termination.Never),
            [ErrorId.ScriptIdInvalid] = (ErrorCategory.InvalidArgument, Termination.Never),
            [ErrorId.NoCountsSupplied] = (ErrorCategory.InvalidArgument, Termination.Never),
            [ErrorId.CountInvalid] = (ErrorCategory.InvalidData, Termination.Never),
            [ErrorId.ScriptNotFound] = (ErrorCategory.ObjectNotFound, Termination.Never),
            [ErrorId.PermissionDenied] = (ErrorCategory.PermissionDenied, Termination.Never),
            [ErrorId.UpdateNotSupported] = (ErrorCategory.NotImplemented, Termination.Never),
            [ErrorId.RequestRejected] = (ErrorCategory.InvalidArgument, Termination.Never),
            [ErrorId.Throttled] = (ErrorCategory.LimitsExceeded, Termination.Never),
            [ErrorId.ServiceUnavailable] = (ErrorCategory.ResourceUnavailable, Termination.Never),
            [ErrorId.ConnectionFailed] = (ErrorCategory.ConnectionError, Termination.Never),
            [ErrorId.ResponseInvalid] = (ErrorCategory.InvalidResult, Termination.Never),
            [ErrorId.WriteNotKept] = (ErrorCategory.InvalidResult, Termination.Never),
            [ErrorId.PathNotWritable] = (ErrorCategory.WriteError, Termination.Always),
            [ErrorId.FileExists] = (ErrorCategory.ResourceExists, Termination.Always),
            [ErrorId.JournalInvalid] = (ErrorCategory.InvalidData, Termination.Always),
            [ErrorId.JournalTenantMismatch] = (ErrorCategory.SecurityError, Termination.Always),
            [ErrorId.RestoreConflict] = (ErrorCategory.ResourceExists, Termination.Never),
        };
}
